import { InvalidInput, type Item, type ItemQuery } from "@pg/domain"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { putOnSeveralDays, questions, someItems, sortsByDate, today } from "../test/archive.js"
import { databases } from "../test/databases.js"
import { change, news, useStore } from "../test/items.js"
import { plainAnswer } from "../test/plain-answer.js"
import type { Store } from "./index.js"

const contributors = [
  { name: "JOSÉ NÚÑEZ", type: "Person" as const },
  { name: "Núñez et Cie", type: "Organization" as const },
]

describe.each(databases)("finding on $name", ({ make }) => {
  const used = useStore(make)
  const numbers = async (query: ItemQuery) =>
    (await used.store.find(query, { today: "2021-11-01" })).items.map(({ id }) => Number.parseInt(id.slice(-12), 16))
  const sorted = async (query: ItemQuery) => (await numbers(query)).toSorted((a, b) => a - b)

  beforeAll(async () => {
    await used.store.putAll(
      [
        news(1, {
          issued: "2021-06-15",
          topics: ["prisons", "hiv"],
          countries: ["FR"],
          bodies: ["Pompidou Group"],
          people: ["José Núñez"],
          summary: "S",
        }),
        news(2, { issued: "2021-06", topics: ["hiv"], type: "decision", location: { city: "Vienna", country: "AT" } }),
        news(3, { issuedBounds: "2021-06-10/2021-06-20", locale: "fr", additionalLocations: [{ country: "AT" }] }),
        news(4, { issuedBounds: "2021-06-10/..", bodies: ["pompidou-group", "who"] }),
        news(5, { issuedBounds: "../2020-12-31" }),
        news(6, {}),
        news(7, { issued: "XXXX-06-15" }),
        news(8, { kind: "event", issued: "2020", when: { start: "2021-09-01", end: "2021-09-03" } }),
        news(9, { kind: "event", when: { start: "2021-09-03T09:00", end: "2021-09-03T10:00" } }),
        news(10, {
          kind: "event",
          sessions: [
            { title: "I", when: { start: "2021-10-04" }, location: { country: "PT" } },
            { title: "II", when: { start: "2022-03-01" } },
          ],
        }),
        news(11, {
          kind: "publication",
          issued: "2019-02-03/2019-02-05",
          contributors,
          series: { id: "annual-report" },
        }),
      ],
      change,
    )
  })

  test("newest first; what is only bounded stands at its bound, and what has no date at all last", async () => {
    expect(await numbers({})).toEqual([2, 3, 1, 4, 8, 5, 11, 10, 9, 7, 6])
  })

  test("oldest first, an item without a date is last just so, because having no date is not being old", async () => {
    expect(await numbers({ sort: "issued" })).toEqual([11, 5, 8, 4, 1, 3, 2, 6, 7, 9, 10])
  })

  test("by when it takes place: by day, then time of day, a course by its first session, and the rest last in both directions", async () => {
    expect((await numbers({ sort: "when" })).slice(0, 4)).toEqual([8, 9, 10, 1])
    expect((await numbers({ sort: "-when" })).slice(0, 4)).toEqual([10, 9, 8, 11])
  })

  test.each<[string, ItemQuery, number[]]>([
    ["several values mean any of them", { topic: ["prisons", "hiv"] }, [1, 2]],
    ["several filters mean all of them", { topic: ["hiv"], country: ["FR"] }, [1]],
    ["a country that an item is about or where it is", { country: ["AT"] }, [2, 3]],
    ["where a session takes place", { country: ["PT"] }, [10]],
    ["a body by its id or by its name as written", { body: ["pompidou-group"] }, [1, 4]],
    ["a kind", { kind: ["event", "publication"] }, [8, 9, 10, 11]],
    ["a type", { type: ["decision"] }, [2]],
    ["a locale", { locale: ["fr"] }, [3]],
    ["a value that nothing has", { topic: ["prisons"], country: ["XX"] }, []],
    ["a filter without values asks nothing", { topic: [], kind: ["publication"] }, [11]],
    [
      "a stated date is in a range when any of its days is; bounds when all of theirs are",
      { issued: "2021-06-12..2021-06-20" },
      [1, 2],
    ],
    ["bounds wholly inside leave no doubt", { issued: "2021-06" }, [1, 2, 3]],
    ["bounds open on one side are inside a range open on that side", { issued: "2021-06.." }, [1, 2, 3, 4]],
    ["the same on the other side", { issued: "..2020" }, [5, 8, 11]],
    ["a day whose year nobody said is in no range", { issued: "0001..9999" }, [1, 2, 3, 8, 11]],
    ["what takes place on any day of a range", { when: "2021-09-03..2021-09-30" }, [8, 9]],
    ["the days of each session, and not the months between them", { when: "2021-11..2022-02" }, []],
    ["a session's day", { when: "2022-03-01" }, [10]],
    ["open ranges of when", { when: "2021-09-04.." }, [10]],
    ["what is missing", { missing: ["type"], kind: ["news"] }, [1, 3, 4, 5, 6, 7]],
    [
      "a date that the source does not state is missing, whatever its neighbours tell",
      { missing: ["issued"], kind: ["news"] },
      [3, 4, 5, 6],
    ],
    ["a list with nothing in it is missing, as what is absent is", { missing: ["people"], topic: ["hiv"] }, [2]],
    ["a person by the name as written, in any case and with or without accents", { person: ["jose-nunez"] }, [1, 11]],
    ["of those who made something, people, and not organisations", { person: ["nunez-et-cie"] }, []],
    ["a series", { series: ["annual-report"] }, [11]],
    ["what has none of some values", { "not.topic": ["prisons", "none"], topic: ["hiv"] }, [2]],
    ["what has no value at all has none of any", { "not.type": ["decision"], kind: ["news"] }, [1, 3, 4, 5, 6, 7]],
    [
      "what is of another kind, in another language",
      { "not.kind": ["event", "publication"], "not.locale": ["en"] },
      [3],
    ],
    ["what has to have a value and not to have it", { topic: ["hiv"], "not.topic": ["hiv"] }, []],
    ["what changed on a day, which begins and ends in UTC", { updated: "2024-05-01", kind: ["publication"] }, [11]],
    ["what changed before or after it", { updated: "2024-05-02.." }, []],
    ["what takes place today or later, be it its last part", { when: "upcoming" }, [10]],
    ["what is over to its last part, and not what has no date", { when: "past" }, [8, 9]],
    ["any of what is missing", { missing: ["summary", "issued"], topic: ["hiv", "prisons"] }, [2]],
  ])("%s", async (_, query, expected) => {
    expect(await sorted(query)).toEqual(expected)
    expect((await used.store.find(query, { today: "2021-11-01" })).total).toBe(expected.length)
  })

  test("what is upcoming or past is measured by a day that has to be given", async () => {
    for (const when of ["upcoming", "past"])
      for (const options of [undefined, { today: "tomorrow" }])
        await expect(used.store.find({ when }, options)).rejects.toThrow(/give find a today/)
    expect((await used.store.find({ when: "upcoming" }, { today: "2022-03-01" })).total).toBe(1)
    expect((await used.store.find({ when: "upcoming" }, { today: "2022-03-02" })).total).toBe(0)
  })

  test("a page has from 1 to 100 items", async () => {
    for (const limit of [0, 101, 1.5, Number.NaN])
      await expect(used.store.find({ limit })).rejects.toMatchObject({ issues: [{ path: "limit" }] })
  })

  test("a page says how many there are in all, and the next one begins where it ends", async () => {
    const first = await used.store.find({ kind: ["news"], limit: 3 })
    expect([first.items.length, first.total]).toEqual([3, 7])
    const second = await used.store.find({ kind: ["news"], limit: 100, cursor: first.next ?? "" })
    expect([second.items.length, second.total, second.next]).toEqual([4, 7, undefined])
  })

  test("a page that ends with the last item has no next", async () => {
    expect((await used.store.find({ kind: ["publication"], limit: 1 })).next).toBeUndefined()
  })

  test("a cursor belongs to its question and order, not to how many are on a page", async () => {
    const { next = "" } = await used.store.find({ kind: ["news"], topic: ["hiv", "prisons"], limit: 1 })
    await expect(
      used.store.find({ topic: ["prisons", "hiv"], kind: ["news"], sort: "-issued", limit: 5, cursor: next }),
    ).resolves.toBeDefined()
    for (const other of [
      {},
      { kind: ["news" as const] },
      { kind: ["news" as const], topic: ["hiv", "prisons"], sort: "issued" as const },
    ]) {
      const refused = used.store.find({ ...other, cursor: next })
      await expect(refused).rejects.toThrow(InvalidInput)
      await expect(refused).rejects.toMatchObject({ issues: [{ path: "cursor" }] })
    }
  })

  test("a cursor counts only as it was given, and only what was given as one", async () => {
    const { next = "" } = await used.store.find({ limit: 1 })
    const place = used.store.unsign(next) ?? ""
    const changed = Buffer.from(next, "base64url").toString("latin1").replace("2021", "2022")
    for (const cursor of [next.slice(0, -4), Buffer.from(changed, "latin1").toString("base64url"), place])
      await expect(used.store.find({ cursor })).rejects.toMatchObject({ issues: [{ path: "cursor" }] })
    const cursor = used.store.sign("another sort of token")
    await expect(used.store.find({ cursor })).rejects.toMatchObject({ issues: [{ path: "cursor" }] })
  })

  test("any other text in a cursor's place is refused, never taken for a place", async () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json().map((json) => Buffer.from(json).toString("base64url")),
    )
    await fc.assert(
      fc.asyncProperty(texts, async (cursor) => {
        await expect(used.store.find({ cursor })).rejects.toMatchObject({ issues: [{ path: "cursor" }] })
      }),
      { numRuns: 50 },
    )
  })

  test("a range of dates that is none is refused", async () => {
    await expect(used.store.find({ issued: "soon" })).rejects.toMatchObject({ issues: [{ path: "issued" }] })
    await expect(used.store.find({ when: "" })).rejects.toMatchObject({ issues: [{ path: "when" }] })
    await expect(used.store.find({ updated: "past" })).rejects.toMatchObject({ issues: [{ path: "updated" }] })
  })
})

describe.each(databases)("an archive of some thousand items on $name", ({ make }) => {
  const used = useStore(make)
  let archive: Item[] = []
  beforeAll(async () => {
    archive = await putOnSeveralDays(used.store, someItems(2600))
  }, 60_000)

  const pageThrough = async (store: Store, query: ItemQuery) => {
    const ids: string[] = []
    const totals = new Set<number>()
    for (let cursor: string | undefined; ; ) {
      const page = await store.find(cursor === undefined ? query : { ...query, cursor }, { today })
      ids.push(...page.items.map(({ id }) => id))
      totals.add(page.total)
      if (page.next === undefined) return { ids, totals: [...totals] }
      cursor = page.next
    }
  }

  test("paging through an answer gives each item that is meant once, in order, whatever is asked and however it is sorted", async () => {
    const asked = fc.tuple(questions(4), fc.constantFrom(...sortsByDate)).map(([query, sort]) => ({ ...query, sort }))
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 40, max: 100 }), async (query, limit) => {
        const expected = plainAnswer(archive, query).map(({ id }) => id)
        expect(await pageThrough(used.store, { ...query, limit })).toEqual({ ids: expected, totals: [expected.length] })
      }),
      {
        numRuns: 30,
        examples: sortsByDate.map((sort): [ItemQuery & { sort: typeof sort }, number] => [{ sort }, 100]),
      },
    )
  }, 60_000)

  test("an item that comes while one pages is neither shown twice nor makes another be skipped", async () => {
    const first = await used.store.find({ limit: 50 })
    const newer = news(9000, { issued: "2030-01-01" })
    await used.store.put(newer, change)
    const second = await used.store.find({ limit: 50, cursor: first.next ?? "" })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
      plainAnswer(archive, {})
        .map(({ id }) => id)
        .slice(0, 100),
    )
    expect(second.total).toBe(first.total + 1)
    await used.store.put(newer, { ...change, action: "withdraw" })
  })
})
