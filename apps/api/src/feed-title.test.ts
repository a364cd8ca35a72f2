import { expect, test } from "vitest"
import { feedTitle } from "./feed-title.js"

test("a list says what it was asked for, terms by their names", () => {
  expect(feedTitle("events", { topic: ["prisons"], "not.body": ["unodc"], issued: "2021", limit: 5 }).title).toBe(
    "Pompidou Group, events (topic: prisons; not body: United Nations Office on Drugs and Crime; issued: 2021)",
  )
  expect(feedTitle("news", { country: ["UA", "FR"] }).title).toBe("Pompidou Group, news (country: France, Ukraine)")
  expect(feedTitle("items", { q: "drug, policy" }).title).toBe("Pompidou Group, all items (search: drug, policy)")
})

test("a list of French items is titled in French", () => {
  const { title, locale } = feedTitle("news", { locale: ["fr"], topic: ["training"], feed: "changes" })
  expect([locale, title]).toEqual([
    "fr",
    "Groupe Pompidou, changements, actualités (thème\u00a0: formation; langue\u00a0: fr)",
  ])
})

test("what is asked for in French is said in French, but for what only the archive knows", () => {
  expect(feedTitle("items", { locale: ["fr"], kind: ["event"], when: "upcoming", missing: ["issued"] }).title).toBe(
    "Groupe Pompidou, tout (genre\u00a0: événement; langue\u00a0: fr; dates\u00a0: à venir; sans\u00a0: date de publication)",
  )
})
