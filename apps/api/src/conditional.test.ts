import { describe, expect, test } from "vitest"
import { weigh } from "./conditional.js"

const changedAt = Date.UTC(2021, 5, 16, 9)
const current = { etags: ['"a"', '"a-br"'] as const, changedAt }
const [before, then, after] = [-1000, 0, 1000].map((difference) => new Date(changedAt + difference).toUTCString())

describe("a copy that the client has", () => {
  test.each(['"a"', 'W/"a"', '"x", "a"', '"x",W/"a" , "y"', "*"])("is known by If-None-Match: %s", (list) => {
    expect(weigh({ "if-none-match": list }, current)).toEqual({ unmodified: '"a"' })
  })

  test("is told by the tag that it has, be it that of another coding", () => {
    expect(weigh({ "if-none-match": '"a-br"' }, current)).toEqual({ unmodified: '"a-br"' })
  })

  test.each(['"b"', "a", "", '"a', "W/a"])("is not known by If-None-Match: %s", (list) => {
    expect(weigh({ "if-none-match": list }, current)).toEqual({ send: true })
  })

  test("is known by its date, to the second", () => {
    expect(weigh({ "if-modified-since": before }, current)).toEqual({ send: true })
    for (const date of [then, after])
      expect(weigh({ "if-modified-since": date }, current)).toEqual({ unmodified: '"a"' })
  })

  test("is not known by its date where it has a tag, which says more", () => {
    expect(weigh({ "if-none-match": '"b"', "if-modified-since": after }, current)).toEqual({ send: true })
  })
})

test("a date is read in each of the three forms that clients write", () => {
  for (const date of ["Wed, 16 Jun 2021 09:00:00 GMT", "Wednesday, 16-Jun-21 09:00:00 GMT", "Wed Jun 16 09:00:00 2021"])
    expect(weigh({ "if-modified-since": date }, current)).toEqual({ unmodified: '"a"' })
})

test.each(["yesterday", "2099-01-01", "", "Foo, 99 Jun 2099 09:00:00 GMT"])(
  "%s is no date, and as if absent",
  (date) => {
    expect(weigh({ "if-modified-since": date, "if-unmodified-since": date }, current)).toEqual({ send: true })
  },
)

test("what never says when it changed is known by tag alone", () => {
  expect(weigh({ "if-modified-since": after }, { etags: ['"a"'] })).toEqual({ send: true })
})

test("whoever insists on a copy that is no more is refused", () => {
  expect(weigh({ "if-match": '"b"' }, current)).toEqual({ failed: true })
  expect(weigh({ "if-match": 'W/"a"' }, current)).toEqual({ failed: true })
  expect(weigh({ "if-unmodified-since": before }, current)).toEqual({ failed: true })
  for (const conditions of [{ "if-match": '"a"' }, { "if-match": "*" }, { "if-unmodified-since": then }])
    expect(weigh(conditions, current)).toEqual({ send: true })
})
