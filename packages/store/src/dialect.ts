import type { Engine } from "./engine.js"
import { StoreError } from "./store-error.js"

/** The database that a URL names; only its own driver is loaded. Throws StoreError for a URL that names none. */
export async function engineOf(url: string, lockTimeout: number): Promise<Engine> {
  const path = sqlitePath(url)
  if (path === ":memory:")
    throw new StoreError(
      "A database in memory is gone when the program ends: name a file, as in sqlite:./data/newsroom.db.",
    )
  if (path !== undefined) return (await import("./sqlite.js")).sqliteEngine(path, lockTimeout)
  if (/^postgres(?:ql)?:\/\//.test(url)) return (await import("./postgres.js")).postgresEngine(url, lockTimeout)
  throw new StoreError(`${described(url)}: write sqlite:./data/newsroom.db or postgres://user:password@host:5432/name.`)
}

/** The path of the SQLite file that a URL names; `undefined` for any other URL. */
export const sqlitePath = (url: string): string | undefined => /^sqlite:(?:\/\/)?(\s*\S.*)$/.exec(url)?.[1]

/** What is said of a wrong URL; not the whole of it where it may hold a password. */
function described(url: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]
  if (url.trim() === "") return "The database has no address"
  if (scheme?.toLowerCase() === "sqlite") return "The database's address names no file"
  if (scheme !== undefined) return `The newsroom knows no database of the kind "${scheme}:"`
  return `"${url.slice(0, 100)}" is no database's address`
}
