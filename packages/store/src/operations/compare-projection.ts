import type { Engine } from "../engine.js"
import type { Db } from "../schema.js"
import { compareRows, type Difference } from "./compare-rows.js"
import { compareSearch } from "./compare-search.js"
import { compareWords } from "./compare-words.js"
import type { Findings } from "./findings.js"
import type { Scratch } from "./replay.js"
import { type Row, rowsOf } from "./rows-of.js"
import type { OnStep } from "./step.js"

/** The tables that are made from the log and are the same however it was written, with their keys. */
const tables = [
  { table: "items", keys: ["number"] },
  { table: "slugs", keys: ["kind", "slug", "locale"] },
  { table: "terms", keys: ["field", "value", "issued_key", "item_id"] },
  { table: "occurrences", keys: ["last_day", "first_day", "item_id"] },
  { table: "public_lines", keys: ["seq"] },
  { table: "harvest", keys: ["part", "changed_key", "number"] },
  { table: "texts", keys: ["number"] },
  { table: "bodies", keys: ["number"] },
]

/** Holds what a database has beside its log against what a replay of that log has made in a scratch database. */
export async function compareProjection(
  scratch: Scratch,
  { db, engine }: { db: Db; engine: Engine },
  findings: Findings,
  onStep?: OnStep,
): Promise<void> {
  const of = tables.length + 2
  for (const [done, { table, keys }] of tables.entries()) {
    onStep?.("tables compared", done, of)
    const differences = compareRows(rowsOf(scratch.db, { table, keys }), rowsOf(db, { table, keys }), keys)
    for await (const difference of differences)
      findings.add({ table, ...(await described(scratch.db, difference, keys)) })
  }
  onStep?.("tables compared", tables.length, of)
  for (const number of await compareSearch[engine.database](scratch.db, db))
    findings.add({
      table: "search",
      subject: await itemOf(scratch.db, { number }),
      message: "is not found by the words that it has",
    })
  onStep?.("tables compared", tables.length + 1, of)
  await compareWords(scratch.db, db, findings)
  onStep?.("tables compared", of, of)
}

async function described(scratch: Db, difference: Difference, keys: readonly string[]) {
  const { row } = difference
  const key = keys.map((name) => `${name} ${JSON.stringify(row[name])}`).join(", ")
  const subject = `${await itemOf(scratch, row)}, ${key}`
  return { subject, message: messageOf(difference) }
}

function messageOf(difference: Difference): string {
  if (difference.what === "missing") return "the row is missing"
  if (difference.what === "extra") return "the row is not what the log makes"
  const { column, expected, found } = difference
  return `${column} is ${short(found)}, where the log makes ${short(expected)}`
}

const short = (text: string) => (text.length > 100 ? `${text.slice(0, 100)}…` : text)

/** Tables know an item by its id, or by the number that is its id's in `items`. */
async function itemOf(scratch: Db, row: Row): Promise<string> {
  const id = row["item_id"] ?? row["id"]
  if (id !== undefined) return `item ${id}`
  const number = Number(row["number"])
  const item = await scratch.selectFrom("items").select("id").where("number", "=", number).executeTakeFirst()
  return item ? `item ${item.id}` : `item number ${number}, which the log has not`
}
