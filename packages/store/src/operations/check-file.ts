import { sql } from "kysely"
import type { Engine } from "../engine.js"
import type { Db } from "../schema.js"
import type { Findings } from "./findings.js"

/**
 * Whether an SQLite file is whole, by its own check. A damaged index of searches is a finding, but does not keep the rest
 * from being read. PostgreSQL has no such check that a client could ask for, and sees to its pages itself.
 */
export async function checkFile(db: Db, engine: Engine, findings: Findings): Promise<boolean> {
  if (engine.database !== "sqlite") return true
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const wrong = rows.map((row) => row.integrity_check).filter((message) => message !== "ok")
  for (const message of wrong)
    findings.add({ table: isOfSearch(message) ? "search" : "the file", subject: engine.name, message })
  return wrong.every(isOfSearch)
}

const isOfSearch = (message: string) => /fts5 table main\.search\b|FTS5.*\bsearch\b/i.test(message)
