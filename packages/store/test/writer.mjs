// Writes to the database that it is given until it is killed, and says each write once it has been acknowledged:
// `ID TITLE`, a line each. Run by `kills.ts`, from what is built, as what users run is.
import { writeSync } from "node:fs"
import { parseItem } from "@pg/domain"
import { openStore } from "../dist/index.js"

const [url = "", round = "0"] = process.argv.slice(2)
const store = await openStore(url)
const itemOf = (number, title) => {
  const id = `00000000-0000-5000-8000-${number.toString(16).padStart(12, "0")}`
  return parseItem({
    id,
    kind: "news",
    locale: "en",
    slug: `item-${number % 7}`,
    title,
    topics: ["hiv"],
    issued: "2021",
  })
}

for (let n = 0; ; n++) {
  const title = `Round ${round} write ${n}`
  const change = { at: new Date().toISOString(), by: "writer" }
  // New items, the same again with another title, and many at once.
  const numbers =
    n % 3 === 2 ? Array.from({ length: 20 }, (_, index) => Number(round) * 10_000 + n * 20 + index) : [n % 50]
  const results = await store.putAll(
    numbers.map((number) => itemOf(number, title)),
    change,
  )
  writeSync(1, results.map(({ item }) => `${item.id} ${item.title}\n`).join(""))
}
