import { readdirSync, readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, test } from "vitest"
import { kinds } from "./item.js"

const read = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8")) as Record<string, unknown>

const ajv = new Ajv2020({ strict: true, validateFormats: false })

describe.each(kinds.map(({ name }) => name))("the JSON Schema of %s, judged by Ajv", (kind) => {
  const accepts = ajv.compile(read(`dist/schemas/${kind}.json`))
  const acceptsInput = ajv.compile(read(`dist/schemas/${kind}.input.json`))
  const examples = readdirSync(new URL(`../fixtures/${kind}/`, import.meta.url))

  test.each(examples)("takes the example %s as it may be written", (file) => {
    acceptsInput(read(`fixtures/${kind}/${file}`))
    expect(acceptsInput.errors).toBe(null)
  })

  test("lets a reader meet a field that a later version adds, but no writer invent one", () => {
    const schema = kinds.find(({ name }) => name === kind)!.schema
    const item = { ...schema.parse(read(`fixtures/${kind}/${examples[0]!}`)), novelty: true }
    expect(accepts(item)).toBe(true)
    expect(acceptsInput(item)).toBe(false)
  })

  test("takes no other way of writing a date, and no place that says nothing", () => {
    const item = read(`fixtures/${kind}/${examples[0]!}`)
    for (const issued of ["15 June 2021", "2021-6-15", "2021/2022/2023", "", "/"])
      expect(acceptsInput({ ...item, issued })).toBe(false)
    for (const issued of ["2021", "2021-06~", "XXXX-06-15", "../2021", "2021-06-15/2021-06-16", "/2021"])
      expect(acceptsInput({ ...item, issued })).toBe(true)
    expect(acceptsInput({ ...item, location: {} })).toBe(false)
  })

  test("wants a title", () => {
    const { title: _, ...untitled } = read(`fixtures/${kind}/${examples[0]!}`)
    expect(acceptsInput(untitled)).toBe(false)
  })
})
