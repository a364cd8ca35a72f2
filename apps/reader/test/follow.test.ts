import { type Item, parseItem } from "@pg/domain"
import { expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { fixture } from "./fixtures.js"

const event = (number: number, said: object): Item => {
  const { when: _, ...undated } = fixture("event", "expert-group-2020")
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`
  return parseItem({ ...undated, id, slug: `event-${number}`, relations: [], sessions: [], locale: "en", ...said })
}
const dated = { when: { start: "2021-06-15" } }
const bySessions = { sessions: [{ title: "First day", ...dated }] }
const inYear = { when: { start: "2021" } }

const said = async (items: Item[], path: string) =>
  /<p class="quiet">([^<]* (?:of them|d’entre eux) [^<]*)</.exec(await readerOf(items).text(path))?.[1]

test("who wants a calendar is told how many it leaves out, for they have no dates that it could hold", async () => {
  const calendar = "/en/follow?kind=event&as=ics"
  expect(await said([event(1, dated), event(2, {})], calendar)).toBe(
    "1 of them has no date that a calendar can hold, and is not in it.",
  )
  expect(await said([event(1, bySessions), event(2, {}), event(3, inYear)], calendar)).toBe(
    "2 of them have no date that a calendar can hold, and are not in it.",
  )
  expect(await said([event(1, dated), event(2, {})], "/fr/follow?kind=event&locale=*&as=ics")).toBe(
    "1 d’entre eux n’a pas de date qu’un agenda puisse contenir, et n’y figure pas.",
  )
})

test("who wants something else, or a calendar that holds all, is told of none", async () => {
  expect(await said([event(1, dated), event(2, {})], "/en/follow?kind=event")).toBe(undefined)
  expect(await said([event(1, dated), event(2, bySessions)], "/en/follow?kind=event&as=ics")).toBe(undefined)
})

test("of what is no event, all is left out", async () => {
  expect(await said([fixture("news", "revised-statute-adopted")], "/en/follow?kind=news&as=ics")).toMatch(/^1 of them/)
})
