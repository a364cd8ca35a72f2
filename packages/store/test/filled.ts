import { openStore } from "../src/index.js"
import { change, news } from "./items.js"

/** Makes an archive with some of everything: kinds, states, revisions, slugs that were given up, dates of every sort. */
export async function fill(url: string): Promise<void> {
  const store = await openStore(url)
  const items = Array.from({ length: 12 }, (_, n) =>
    news(n, { slug: `s${n % 4}`, topics: ["hiv"], people: ["Ada Wong"], when: { start: "2021-03", end: "2021-05" } }),
  )
  await store.putAll(items, change)
  await store.put(news(3, { slug: "other", title: "A wombat", body: "Of *marsupials*", issued: "2021-03-04" }), change)
  const titles = ["One", "Two", "Three"]
  await store.putAll(
    titles.map((title) => news(4, { title, issuedBounds: "2021-01/2021-02" })),
    change,
  )
  await store.put(news(5, { kind: "event", issued: "2020-02" }), { ...change, action: "withdraw" })
  await store.put(news(6), { ...change, action: "remove" })
  for (const title of ["Draft", "Better", "Best"])
    await store.put(news(30, { kind: "publication", title }), { ...change, action: "edit" })
  await store.close()
}
