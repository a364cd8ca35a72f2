import {
  dateRangeBounds,
  type Facet,
  facetNames,
  type FacetName,
  type Item,
  type ItemQuery,
  missable,
} from "@pg/domain"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { putOnSeveralDays, questions, someItems, today } from "../test/archive.js"
import { databases } from "../test/databases.js"
import { change, news, useStore } from "../test/items.js"
import { has, plainAnswer } from "../test/plain-answer.js"
import { openStore } from "./index.js"

const isPeriod = (name: FacetName) => name.includes(".")
const isMonth = (name: FacetName) => name.endsWith(".month")
/** The filter that the values of a facet go into. */
const dateOf = (name: FacetName) => (name.startsWith("when") ? "when" : "issued")
const choose = (query: ItemQuery, name: FacetName, value: string): ItemQuery => ({
  ...query,
  ...(isPeriod(name) ? { [dateOf(name)]: value } : { [name]: [value] }),
})

describe.each(databases)("facets on $name", ({ make }) => {
  const used = useStore(make)
  let items: Item[] = []
  beforeAll(async () => {
    items = await putOnSeveralDays(used.store, someItems(400))
  }, 60_000)

  const totalOf = async (query: ItemQuery) => (await used.store.find({ ...query, limit: 1 }, { today })).total
  const facetsOf = async (query: ItemQuery, facets: readonly FacetName[] = facetNames): Promise<Facet[]> =>
    (await used.store.find({ ...query, facets: [...facets] }, { today })).facets ?? []

  test("each choice that is offered leads to as many items as it says, and each that is not to none", async () => {
    await fc.assert(
      fc.asyncProperty(questions(4), async (query) => {
        const answer = plainAnswer(items, query)
        for (const { name, values, more } of await facetsOf(query)) {
          if (!isMonth(name)) expect(more).toBe(0)
          for (const { value, count, countIfChosen } of values) {
            const said = `${name} ${value} ${JSON.stringify(query)}`
            expect(countIfChosen, said).toBeGreaterThan(0)
            expect(countIfChosen, said).toBe(await totalOf(choose(query, name, value)))
            expect(count, said).toBe(answer.filter((item) => has(item, name, value)).length)
          }
          const isAsked = (value: string) => !isMonth(name) || hasYearOf(query[dateOf(name)], value)
          const others = candidates[name].filter(
            (value) => isAsked(value) && !values.some((offered) => offered.value === value),
          )
          for (const value of others) {
            const chosen = plainAnswer(items, choose(query, name, value))
            // What goes on for ever was issued in any year from some on: it offers that one, or that month, only.
            const isOpen = ({ issued = "" }: Item) => name.startsWith("issued.") && issued.includes("..")
            expect(chosen.filter((item) => !isOpen(item)).length, `${name} ${value}`).toBe(0)
          }
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  test("are in the order in which they were asked for, the most frequent values first, years the newest first", async () => {
    const facets = await facetsOf({ topic: ["hiv"] }, ["topic", "issued.year", "topic"])
    expect(facets.map(({ name }) => name)).toEqual(["topic", "issued.year"])
    const [topics, years] = facets.map(({ values }) => values)
    const counts = topics?.map(({ countIfChosen }) => countIfChosen) ?? []
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    const names = years?.map(({ value }) => value) ?? []
    expect(names).toEqual(names.toSorted().toReversed())
  })

  test("offer the months of all time, and where a range is asked for those of its years, each with all filters but that", async () => {
    const monthsOf = async (query: ItemQuery) =>
      (await facetsOf(query, ["issued.month"])).flatMap(({ values }) => values.map(({ value }) => value))
    const all = await monthsOf({})
    expect(all).toEqual(all.toSorted().toReversed())
    expect(all).toContain("2001-12")
    expect(await monthsOf({ issued: "2002-11..2003-02" })).toEqual(all.filter((month) => /^200[23]/.test(month)))
    expect(await monthsOf({ issued: "2003-11.." })).toEqual(all.filter((month) => month >= "2003"))
    const [before = "", after = ""] = await monthsOf({ issued: "1980..1981", topic: ["hiv"] })
    expect([before.slice(0, 4), after.slice(0, 4)]).toEqual(["1981", "1981"])
  })

  test("say what is missing, where several fields are missing too", async () => {
    const [missing] = await facetsOf({ kind: ["news"] }, ["missing"])
    const countOf = (value: string) => missing?.values.find((offered) => offered.value === value)?.countIfChosen
    const undated = items.filter((item) => item.kind === "news" && item.issued === undefined)
    expect(countOf("issued")).toBe(undated.length)
    expect(countOf("title")).toBe(undefined)
  })

  test("name the terms of vocabularies in the first language that is asked for, and no others", async () => {
    const labelsOf = async (query: ItemQuery) =>
      (await facetsOf(query, ["topic", "type"])).flatMap(({ values }) => values.map(({ label }) => label))
    expect(await labelsOf({ locale: ["fr", "en"] })).toEqual(
      expect.arrayContaining(["prisons", "aéroports", undefined]),
    )
    expect(await labelsOf({ locale: ["pt-BR"] })).toEqual(expect.arrayContaining(["airports", undefined]))
    expect(await labelsOf({})).toEqual(expect.arrayContaining(["airports"]))
  })

  test("name people, and bodies of no vocabulary, as the newest item writes them", async () => {
    const [people, bodies] = await facetsOf({ "not.person": ["ada-wong"] }, ["person", "body"])
    const labelsOf = (facet?: Facet) =>
      Object.fromEntries((facet?.values ?? []).map(({ value, label }) => [value, label]))
    const newest = plainAnswer(items, { person: ["jose-nunez"] })[0]?.people.find((name) => name.startsWith("J"))
    expect(labelsOf(people)).toEqual({ "jose-nunez": newest, "elise-petit": "Élise Petit" })
    expect(labelsOf(bodies)).toMatchObject({ "office-of-the-clerk": "Office of the Clerk", unodc: expect.any(String) })
  })

  test("come with a total that is exact, and do not depend on the page", async () => {
    const first = await used.store.find({ kind: ["news"], facets: ["topic"], limit: 1 })
    const second = await used.store.find({ kind: ["news"], facets: ["topic"], cursor: first.next ?? "" })
    expect(second.facets).toEqual(first.facets)
    expect([first.total, second.total]).toEqual(Array(2).fill(items.filter(({ kind }) => kind === "news").length))
  })

  test("of a question of which no word can be looked for, or that nothing meets, offer what can be changed", async () => {
    expect(await facetsOf({ q: "!" }, ["kind"])).toEqual([{ name: "kind", values: [], more: 0 }])
    expect(await facetsOf({ topic: ["none"], kind: ["event"] }, ["kind", "topic"])).toMatchObject([
      { name: "kind", values: [] },
      { name: "topic", values: [{ count: 0 }, { count: 0 }, { count: 0 }, { count: 0 }] },
    ])
  })
})

describe.each(databases)("the times of events on $name", ({ make }) => {
  const used = useStore(make)
  const course = (days: readonly string[]) =>
    news(1, { kind: "event", sessions: days.map((start) => ({ title: "Day", when: { start } })) })
  const timesOf = async (query: ItemQuery = {}) => {
    const { facets = [] } = await used.store.find({ ...query, facets: ["when.year", "when.month"] }, { today })
    return facets.map(({ values }) =>
      Object.fromEntries(values.map(({ value, countIfChosen }) => [value, countIfChosen])),
    )
  }

  test("are its own, and those of a session outside of them, whatever its other sessions say", async () => {
    const sessions = [
      { title: "I", when: { start: "2021-02-01", end: "2021-02-03" } },
      { title: "II" },
      { title: "Rehearsal", when: { start: "2020-12-10" } },
    ]
    const when = { start: "2021-02-01", end: "2021-06-30" }
    await used.store.put(news(1, { kind: "event", when, sessions }), change)
    const found = async (asked: string) => (await used.store.find({ when: asked }, { today: "2021-06-30" })).total
    for (const asked of ["2021-03", "2021-06-30", "2020-12-10", "upcoming"]) expect(await found(asked), asked).toBe(1)
    for (const asked of ["2021-01", "2021-07", "past"]) expect(await found(asked), asked).toBe(0)
    expect((await timesOf())[0]).toEqual({ "2021": 1, "2020": 1 })
  })

  test("count a course once in each month and year in which some of its days are", async () => {
    await used.store.put(course(["2021-11-30", "2021-11-03", "2022-01-10"]), change)
    await used.store.put(news(2, { kind: "event", when: { start: "2021-12-30", end: "2022-01-02" } }), change)
    await used.store.put(news(3, { kind: "event" }), change)
    expect(await timesOf()).toEqual([
      { "2022": 2, "2021": 2 },
      { "2022-01": 2, "2021-12": 1, "2021-11": 1 },
    ])
    expect((await timesOf({ when: "2021" }))[1]).toEqual({ "2021-12": 1, "2021-11": 1 })
    expect(await timesOf({ when: "upcoming" })).toEqual(await timesOf())
  })

  test("follow what is moved and what is no longer there", async () => {
    await used.store.put(course(["2023-05-01"]), change)
    expect((await timesOf())[0]).toEqual({ "2023": 1, "2022": 1, "2021": 1 })
    await used.store.put(course(["2024-05-01", "2024-06-01"]), change)
    expect((await timesOf())[1]).toMatchObject({ "2024-06": 1, "2024-05": 1 })
    await used.store.put(course([]), { ...change, action: "withdraw" })
    expect((await timesOf())[0]).toEqual({ "2022": 1, "2021": 1 })
  })
})

describe.each(databases)("facets of an archive that changes on $name", ({ make }) => {
  const used = useStore(make)
  const topics = async () => {
    const { facets } = await used.store.find({ facets: ["topic"] })
    return Object.fromEntries((facets?.[0]?.values ?? []).map(({ value, count }) => [value, count]))
  }

  test("follow each item that comes, changes, is taken away and is brought back", async () => {
    expect(await topics()).toEqual({})
    await used.store.putAll([news(1, { topics: ["hiv"] }), news(2, { topics: ["hiv", "prisons"] })], change)
    expect(await topics()).toEqual({ hiv: 2, prisons: 1 })
    await used.store.put(news(1, { topics: ["airports", "prisons", "children"] }), change)
    expect(await topics()).toEqual({ airports: 1, children: 1, hiv: 1, prisons: 2 })
    await used.store.put(news(2, { topics: ["hiv"] }), { ...change, action: "withdraw" })
    expect(await topics()).toEqual({ airports: 1, children: 1, prisons: 1 })
    await used.store.put(news(2, { topics: ["hiv"] }), { ...change, action: "publish" })
    expect(await topics()).toEqual({ airports: 1, children: 1, hiv: 1, prisons: 1 })
  })

  test("follow what another program writes on the same database", async () => {
    const other = await openStore(used.url)
    const before = await topics()
    await other.put(news(50, { topics: ["stigma"] }), change)
    await expect.poll(topics).toEqual({ ...before, stigma: 1 })
    await other.put(news(50, { topics: ["stigma"] }), { ...change, action: "withdraw" })
    await other.close()
    await expect.poll(topics).toEqual(before)
  })

  test("stay true however often items change, so that their room in memory is made anew", async () => {
    for (let round = 1; round <= 30; round++) {
      const grown = Array.from({ length: 1 + (round % 12) }, (_, n) => `topic-${n}`)
      await used.store.putAll(
        Array.from({ length: 30 }, (_, n) => news(100 + n, { topics: [...grown, `own-${n}`] })),
        change,
      )
      if (round % 3 === 0) expect(await topics()).toMatchObject({ "topic-0": 30, "own-29": 1 })
    }
  })

  test("offer a hundred values and say how many more there are", async () => {
    await used.store.putAll(
      Array.from({ length: 130 }, (_, n) => news(1000 + n, { series: { id: `row-${n}` }, issued: String(1800 + n) })),
      change,
    )
    const { facets = [] } = await used.store.find({ facets: ["series", "issued.year"] })
    expect(facets.map(({ values, more }) => [values.length, more])).toEqual([
      [100, 30],
      [100, 30],
    ])
    expect(facets[1]?.values[0]).toEqual({ value: "1929", count: 1, countIfChosen: 1 })
  })
})

const years = ["1979", "1980", "1999", "2000", "2001", "2002", "2003", "2004", "2005", "2006", "2007"]

const hasYearOf = (range: string | undefined, month: string) => {
  const { earliest = "0", latest = "~" } = range === undefined || !/\d/.test(range) ? {} : dateRangeBounds(range)
  return month.slice(0, 4) >= earliest.slice(0, 4) && month.slice(0, 4) <= latest.slice(0, 4)
}

const someMonthsOf = (year: string) => ["01", "02", "06", "12"].map((month) => `${year}-${month}`)

/** Every value that a facet could offer. */
const candidates: Record<FacetName, readonly string[]> = {
  kind: ["news", "event", "publication"],
  type: ["decision", "report"],
  topic: ["hiv", "prisons", "training", "airports"],
  country: ["FR", "MT", "PT", "LI"],
  body: ["unodc", "office-of-the-clerk", "office-of-the-sphinx"],
  person: ["ada-wong", "jose-nunez", "elise-petit", "petit-et-cie"],
  series: ["annual", "airports"],
  locale: ["en", "fr", "pt-BR"],
  missing: missable,
  "issued.year": years,
  // The newest hundred months reach back to 1998.
  "issued.month": years.slice(2).flatMap(someMonthsOf),
  "when.year": years,
  "when.month": years.slice(2).flatMap(someMonthsOf),
}
