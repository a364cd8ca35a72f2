import { run } from "./databases.js"

const tables = [
  "revisions",
  "items",
  "terms",
  "occurrences",
  "slugs",
  "public_lines",
  "harvest",
  "texts",
  "bodies",
  "projection",
]

/** The log and all that is made from it, each table's rows in an order of their own. */
export async function projected(url: string): Promise<Record<string, string[]>> {
  const search = url.startsWith("sqlite:") ? "select rowid as number from search" : "select * from search"
  const statements = [...tables.map((table): [string, string] => [table, `select * from ${table}`]), ["search", search]]
  const rows = statements.map(async ([name = "", statement = ""]) => [name, sorted(await run(url, statement))] as const)
  return Object.fromEntries(await Promise.all(rows))
}

const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).toSorted()
