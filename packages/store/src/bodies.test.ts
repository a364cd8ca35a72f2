import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, news, useStore } from "../test/items.js"

const body = "# Results\n\n**Six** countries.\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))"
const html = '<h2 id="user-content-results">Results</h2>\n<p><strong>Six</strong> countries.</p>\n'

describe.each(databases)("bodies on $name", ({ make }) => {
  const used = useStore(make)

  test("a body is sanitised when it is written, and its Markdown kept as it was written", async () => {
    await used.store.put(news(1, { body }), change)
    expect(await used.store.bodies([idOf(1)])).toEqual({ [idOf(1)]: `${html}\n<p><a>x</a></p>` })
    expect((await used.store.get(idOf(1)))?.body).toBe(body)
  })

  test("a body is that of the last revision; an item without one, or that the public does not see, gives none", async () => {
    await used.store.putAll([news(1, { body }), news(2), news(4, { body }), news(5, { body })], change)
    await used.store.put(news(3, { body }), { ...change, action: "edit" })
    await used.store.put(news(1, { body: "Seven." }), change)
    await used.store.put(news(4, { title: "Without" }), change)
    await used.store.put(news(5, { body }), { ...change, action: "withdraw" })
    const ids = [1, 2, 3, 4, 5, 6].map(idOf)
    expect(await used.store.bodies(ids)).toEqual({ [idOf(1)]: "<p>Seven.</p>" })
    expect(await used.store.bodies([])).toEqual({})
  })

  test("the words that a body needs are in the item's language", async () => {
    await used.store.put(news(1, { locale: "fr", body: "|a|\n|-|\n|b|" }), change)
    expect((await used.store.bodies([idOf(1)]))[idOf(1)]).toContain('aria-label="Tableau"')
  })
})
