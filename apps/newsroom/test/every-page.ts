import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Item, type ItemInput, parseItem } from "@pg/domain"
import { openStore } from "@pg/store"
import { serve } from "./command.js"

/** Where a page of each kind is; `status` where it is another than 200. */
export type OnePage = { path: string; status?: 404 | 410 | 422 }

/** A page of every kind, in the language in which its words are longest where nothing speaks for the other. */
export const everyPage: readonly OnePage[] = (
  [
    "/en",
    "/fr",
    "/en/news",
    "/en/events?locale=*",
    "/fr/publications?locale=*",
    "/en/news?topic=statute&issued=2021&sort=issued&locale=*",
    "/en/news?topic=airports&issued=1990",
    { path: "/en/news?tpoic=statute", status: 422 },
    "/en/news/a-42nd-member-state-for-the-pompidou-group-ukraine-decides-to-join",
    "/fr/news/un-42e-etat-membre-pour-le-groupe-pompidou-l-ukraine-decide-d-adherer",
    "/en/news/a-title-of-three-hundred-words",
    "/en/news/a-title-alone",
    "/en/events/expert-group-2020",
    "/fr/events/executive-course-2021-2022",
    "/en/publications/handbook-on-therapeutic-communities-in-prisons",
    "/en/agenda?when=past&locale=*",
    "/fr/calendar/2021-06?locale=*",
    { path: "/en/calendar/2021-13", status: 404 },
    "/fr/map?locale=*",
    "/en/topics",
    "/en/topics/drug-policy",
    "/fr/countries",
    "/fr/countries/FR",
    "/en/bodies",
    "/en/bodies/pompidou-group",
    "/en/people",
    "/en/people/denis-huber",
    "/en/series",
    "/en/series/expert-group",
    "/en/search",
    "/fr/search?q=drogues",
    "/en/search?q=tretment",
    "/en/search?q=xyzzy",
    "/fr/follow?kind=event&type=meeting&topic=hiv&as=csv",
    "/fr/about",
    "/fr/privacy",
    "/en/accessibility",
    { path: "/fr/news/nothing-of-this-name", status: 404 },
    { path: "/en/news/withdrawn-news", status: 410 },
    "/api/docs",
  ] satisfies (string | OnePage)[]
).map((page) => (typeof page === "string" ? { path: page } : page))

/**
 * The built command, serving an archive that has something of everything: the sample, the domain's examples, a title of
 * three hundred words, an item with a history and one that was withdrawn.
 */
export async function serveEverything() {
  const folder = mkdtempSync(join(tmpdir(), "everything-"))
  const NEWSROOM_DATABASE = `sqlite:${join(folder, "archive.db")}`
  const { url, stop } = await serve({
    cwd: folder,
    args: ["--sample"],
    env: { NEWSROOM_DATABASE, NEWSROOM_RATE_LIMIT: "100000" },
  })
  const store = await openStore(NEWSROOM_DATABASE)
  await store.putAll([...examples(), ...extremes], { at: "2021-09-01T08:00:00Z", by: "test" })
  const later = { at: "2021-09-02T08:00:00Z", by: "test" }
  await store.put(withdrawn, { ...later, action: "withdraw", changeNote: "Its figures are being checked." })
  await store.put({ ...long, summary: "Now it has a summary too." }, { ...later, changeNote: "A summary was added." })
  await store.close()
  const close = async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, close }
}

const examples = (): Item[] => {
  const cwd = fileURLToPath(new URL("../../../packages/domain/fixtures/", import.meta.url))
  return globSync("*/*.json", { cwd })
    .toSorted()
    .map((path) => parseItem(JSON.parse(readFileSync(join(cwd, path), "utf8"))))
}

const idOf = (number: number) => `00000000-0000-5000-8000-${String(number).padStart(12, "0")}`

const news = (number: number, slug: string, title: string, said: Partial<ItemInput> = {}) =>
  parseItem({ id: idOf(number), kind: "news", locale: "en", slug, title, ...said })

const words = "on the Elargissement, Donaudampfschifffahrtsgesellschaft, « espaces fines » and so forth"

const long = news(1, "a-title-of-three-hundred-words", `Resolution ${`${words} `.repeat(30)}`.trim(), {
  topics: ["statute", "treatment"],
  people: ["Denis Huber"],
  bodies: ["pompidou-group"],
})

const withdrawn = news(2, "withdrawn-news", "News that was withdrawn")

/** Countries that are close to each other, of which a map has small circles side by side. */
const neighbours = ["BE", "LU", "NL", "DE", "CH", "LI", "AT", "IT", "SI", "HR", "MT", "CA"].map((country, index) =>
  parseItem({
    id: idOf(index + 10),
    kind: "event",
    locale: "en",
    slug: `meeting-in-${country.toLowerCase()}`,
    title: "Meeting of correspondents",
    location: { country },
    when: { start: `2021-10-${index + 10}` },
  }),
)

const extremes = [long, withdrawn, ...neighbours]
