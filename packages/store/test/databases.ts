import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import SqliteFile from "better-sqlite3"
import pg from "pg"
import { inject } from "vitest"

/** A new, empty database of each kind; `remove` takes it away. */
export type TestDatabase = { url: string; remove: () => Promise<void> }

let made = 0

/**
 * The two databases on which every part of the contract is tried. The one of PostgreSQL sorts by the rules of a language,
 * as servers in the field do, so that nothing may rest on the order of bytes unless it says so.
 */
export const databases: { name: string; make: () => Promise<TestDatabase> }[] = [
  {
    name: "SQLite",
    make: async () => {
      const folder = mkdtempSync(join(tmpdir(), "newsroom-sqlite-"))
      return {
        url: `sqlite:${join(folder, "newsroom.db")}`,
        remove: async () => rmSync(folder, { recursive: true, force: true }),
      }
    },
  },
  {
    name: "PostgreSQL",
    make: async () => {
      const name = `newsroom_${process.pid}_${++made}`
      const server = inject("postgresUrl")
      await run(server, `create database ${name} template template0 locale_provider icu icu_locale 'en-US'`)
      const url = new URL(server)
      url.pathname = name
      return { url: url.href, remove: async () => void (await run(server, `drop database ${name} with (force)`)) }
    },
  },
]

/** Runs one statement on a database, past the store; gives its rows. */
export async function run(url: string, statement: string): Promise<Record<string, unknown>[]> {
  if (url.startsWith("sqlite:")) {
    const file = new SqliteFile(url.replace("sqlite:", ""))
    try {
      const prepared = file.prepare(statement)
      return prepared.reader ? (prepared.all() as Record<string, unknown>[]) : [{ changes: prepared.run().changes }]
    } finally {
      file.close()
    }
  }
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
