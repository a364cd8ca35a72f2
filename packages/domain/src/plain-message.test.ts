import { expect, test } from "vitest"
import * as z from "zod"
import { plainMessage } from "./plain-message.js"

test.each([
  [z.string(), undefined, "is missing"],
  [z.string(), 7, "must be text, and is a number"],
  [z.object({}), "x", "must be an object, and is text"],
  [z.enum(["ours", "theirs"]), "x", "must be one of ours, theirs"],
  [z.iso.datetime(), "now", "must be an instant with its offset, as in 2021-08-31T09:00:00Z"],
  [z.uuid(), "x", "must be a UUID in lower case"],
  [z.number().min(60), 1, "must be at least 60"],
  [z.string().max(3), "long", "must have at most 3 characters"],
])("what zod says of a wrong value is said in words", (schema, value, words) => {
  expect(plainMessage(schema.safeParse(value).error?.issues[0]?.message ?? "")).toBe(words)
})

test("what is in words already stays as it is", () =>
  expect(plainMessage("there is no such field")).toBe("there is no such field"))
