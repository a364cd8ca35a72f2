import fc from "fast-check"
import { expect, test } from "vitest"
import { stringIn } from "./string-in.js"

test("a text is what JSON.parse gives, wherever it stands and whatever is in it", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom("\\", '"', ",", "name", ":", "[", "{", ',"name":"', '":[', "\n", "\u2028"))
      .map((all) => all.join("")),
  )
  const value = fc.oneof(
    text,
    fc.array(text),
    fc.record({ name: text }),
    fc.constant(1),
    fc.array(fc.record({ a: text, name: text })),
  )
  const object = fc.array(fc.tuple(fc.oneof(fc.constantFrom("id", "name", "names"), text), value), { maxLength: 5 })
  fc.assert(
    fc.property(object, (entries) => {
      const written = Object.fromEntries(entries)
      const name = written["name"]
      expect(stringIn(JSON.stringify(written), "name")).toEqual(typeof name === "string" ? name : undefined)
    }),
    { numRuns: 2000 },
  )
})
