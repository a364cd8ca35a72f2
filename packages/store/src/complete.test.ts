import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, news, useStore } from "../test/items.js"

describe.each(databases)("what a search may become on $name", ({ make }) => {
  const used = useStore(make)
  const completions = (q: string, locale?: string[]) => used.store.complete({ q, ...(locale && { locale }) }, 5)

  test("is its last word made whole, what finds most first, and nothing that finds nothing", async () => {
    await used.store.putAll(
      [
        news(1, { title: "Prisons and health" }),
        news(2, { title: "Health in prisons" }),
        news(3, { title: "Health in a prison of women" }),
        news(4, { title: "Principles of treatment" }),
        news(5, { title: "Privé de santé", locale: "fr" }),
      ],
      change,
    )
    expect(await completions("pri")).toEqual(["prison", "privé", "principles"])
    expect(await completions("pri", ["fr"])).toEqual(["privé"])
    expect(await completions("Health in PRIS")).toEqual(["Health in prison"])
    expect(await completions("health pri")).toEqual(["health prison"])
  })

  test("is nothing where no word is being written, or none begins like it", async () => {
    for (const q of ["", "health ", "health 20", "wombat", "-pri", "pri%", '"'])
      expect(await completions(q)).toEqual([])
  })

  test("is not what only a draft or a withdrawn item says", async () => {
    await used.store.put(news(6, { title: "Okapi" }), { ...change, action: "edit" })
    await used.store.put(news(4, { title: "Principles of treatment" }), { ...change, action: "withdraw" })
    expect(await completions("oka")).toEqual([])
    expect(await completions("princ")).toEqual([])
  })
})
