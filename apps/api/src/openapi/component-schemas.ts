import * as z from "zod"

/** Where the document keeps a schema. */
export const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** Zod schemas by the names under which the document has them. */
export type Named = Record<string, z.ZodType>

/**
 * Schemas of answers as JSON Schema 2020-12, by name, made from the zod schemas that the domain reads with: open to fields
 * that a later version adds.
 */
export const answerSchemas = (named: Named): Record<string, object> =>
  schemasOf(named, "output", (schema) => {
    if (schema.additionalProperties === false) delete schema.additionalProperties
  })

/** The same of what may be sent: what has a default may be left out, and a field that there is not is refused. */
export const inputSchemas = (named: Named): Record<string, object> => schemasOf(named, "input", () => {})

function schemasOf(
  named: Named,
  io: "input" | "output",
  change: (schema: z.core.JSONSchema.BaseSchema) => void,
): Record<string, object> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => schemaRef(id).$ref,
    override: ({ jsonSchema }) => {
      change(jsonSchema)
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      // What the name of a format says needs no pattern; what is no format of JSON Schema is one of zod's.
      if (jsonSchema.format === "date-time" || jsonSchema.format === "uuid") delete jsonSchema.pattern
      if (jsonSchema.format === "lowercase") delete jsonSchema.format
    },
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: _id, ...schema }]) => [name, schema]),
  )
}
