// Writes the JSON Schemas (2020-12) of every kind, of any item, a revision, a change and a tombstone into dist/schemas: `event.json` for
// what is read, open to fields that a later version adds, and `event.input.json` for what is written, which is not.
import { mkdirSync, writeFileSync } from "node:fs"
import { z } from "zod"
import { ChangeEntry, Item, kinds, Revision, Tombstone } from "./dist/index.js"

const folder = new URL("./dist/schemas/", import.meta.url)
mkdirSync(folder, { recursive: true })

const write = (name, schema) =>
  writeFileSync(
    new URL(`${name}.json`, folder),
    `${JSON.stringify({ $id: `urn:pg:schema:${name}`, ...schema }, null, 2)}\n`,
  )

const open = ({ jsonSchema }) => {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
}

const schemas = {
  ...Object.fromEntries(kinds.map(({ name, schema }) => [name, schema])),
  item: Item,
  revision: Revision,
  change: ChangeEntry,
  tombstone: Tombstone,
}
const readOnly = ["revision", "change", "tombstone"]
for (const [name, schema] of Object.entries(schemas)) {
  write(name, z.toJSONSchema(schema, { io: "output", override: open }))
  if (!readOnly.includes(name)) write(`${name}.input`, z.toJSONSchema(schema, { io: "input" }))
}
