import fc from "fast-check"
import { contract } from "./contract.js"

/** So much of JSON Schema as the contract says of what may be sent. */
export type Schema = {
  $ref?: string
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  propertyNames?: { enum?: readonly string[] }
  required?: readonly string[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minItems?: number
}

/** Values that a schema allows, as far as it says it; `ids` are those of items, some of which there are. */
export function valuesOf(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const of = (one: Schema) => valuesOf(one, ids)
  const choices = schema.anyOf ?? schema.oneOf
  if (schema.$ref !== undefined) return of(resolved(schema.$ref))
  if ("const" in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (choices) return fc.oneof(...choices.map(of))
  if (schema.type === "boolean") return fc.boolean()
  if (schema.type === "integer")
    return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 2 ** 31) })
  if (schema.type === "array")
    return fc.array(of(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 3 })
  if (schema.type === "string") return textsOf(schema, ids)
  if (schema.propertyNames?.enum) return fc.dictionary(fc.constantFrom(...schema.propertyNames.enum), fc.jsonValue())
  if (schema.type !== "object") return fc.jsonValue()
  const properties = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, of(one)] as const)
  return fc.record(Object.fromEntries(properties), { requiredKeys: [...(schema.required ?? [])] })
}

function resolved(ref: string): Schema {
  const schema = contract.components.schemas[ref.replace("#/components/schemas/", "")]
  if (!schema) throw new Error(`${ref} leads nowhere`)
  return schema
}

function textsOf({ format, pattern }: Schema, ids: readonly string[]): fc.Arbitrary<string> {
  if (format === "uuid") return fc.oneof(fc.constantFrom(...ids), fc.uuid())
  if (format === "date-time")
    return fc
      .date({ noInvalidDate: true, min: new Date("1990-01-01"), max: new Date("2090-01-01") })
      .map((date) => date.toISOString())
  if (format === "uri") return fc.webUrl({ validSchemes: ["https"] })
  if (pattern === undefined || pattern.includes("\\p{")) return fc.oneof(fc.lorem({ maxCount: 4 }), fc.string())
  try {
    return fc.stringMatching(new RegExp(pattern))
  } catch {
    // What looks ahead cannot be made from its pattern.
    return fc.constantFrom("2021", "2021-06-15", "2021-06-15/2021-06-16", "drug-policy", "x")
  }
}
