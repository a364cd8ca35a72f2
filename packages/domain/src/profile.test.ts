import { expect, test } from "vitest"
import { fieldsOf, itemFields, profiles } from "./profile.js"

test("what says which item it is stands first, what the store adds last", () => {
  expect(itemFields.slice(0, 2)).toEqual(["id", "kind"])
  expect(itemFields.slice(-3)).toEqual(["revision", "firstPublishedAt", "updatedAt"])
})

test("a list leaves out the long texts, unless they are asked for", () => {
  expect(itemFields.filter((field) => !fieldsOf({}, "list")?.includes(field))).toEqual(["body", "source"])
  expect(fieldsOf({ include: ["source"] }, "list")).toContain("source")
  expect(fieldsOf({ profile: "full" }, "list")).toBeUndefined()
})

test("an item alone has all that there is, and what is not wanted is named with a minus", () => {
  expect(fieldsOf({}, "full")).toBeUndefined()
  expect(itemFields.filter((field) => !fieldsOf({ fields: ["-body"] }, "full")?.includes(field))).toEqual(["body"])
})

test("whatever fields are chosen, an item says which it is", () => {
  expect(fieldsOf({ fields: ["title"] }, "list")).toEqual(["id", "kind", "title"])
  expect(fieldsOf({ fields: ["-id", "-kind", "-body"] }, "list")).toEqual(expect.arrayContaining(["id", "kind"]))
  for (const profile of profiles) expect(fieldsOf({ profile }, "list") ?? itemFields).toContain("id")
})
