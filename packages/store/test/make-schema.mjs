/**
 * Makes the two files of a former form in `fixtures/schemas`, by the store's own code of that day:
 *
 *     node packages/store/test/make-schema.mjs <checkout> <name> <postgres-url>
 *
 * `checkout` is the repository at a commit of that form, installed and built; `name` is what the files are called, as in
 * `10-files`; `postgres-url` that of an empty database. The revisions are those that the form 8 has.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

const [checkout, name, postgresUrl] = process.argv.slice(2)
if (checkout === undefined || name === undefined || postgresUrl === undefined)
  throw new Error("say the checkout, the name and the URL of an empty PostgreSQL database")
const folder = new URL("../fixtures/schemas/", import.meta.url)
const store = join(resolve(checkout), "packages/store")
const require = createRequire(join(store, "package.json"))
const SqliteFile = require("better-sqlite3")
const pg = require("pg")
const { prepareValue } = require("pg/lib/utils")
const { openStore } = await import(pathToFileURL(join(store, "dist/index.js")).href)
const temporary = mkdtempSync(join(tmpdir(), "schema-"))

const revisions = readRevisions()
const file = join(temporary, "archive.db")
await fill(`sqlite:${file}`)
save("sqlite", dumpOf(file))
save("postgres", await statementsOf(() => fill(postgresUrl)))
rmSync(temporary, { recursive: true })

function readRevisions() {
  const source = new SqliteFile(join(temporary, "source.db"))
  source.unsafeMode()
  source.exec(readFileSync(new URL("8-search-storage.sqlite.sql", folder), "utf8"))
  const rows = source.prepare("select * from revisions order by seq").all()
  source.close()
  return rows
}

async function fill(url) {
  const opened = await openStore(url)
  for (const { at, by, action, update_type: updateType, change_note: note, item } of revisions)
    await opened.put(JSON.parse(item), { at, by, action, updateType, ...(note !== null && { changeNote: note }) })
  await opened.close()
}

function save(database, statements) {
  writeFileSync(new URL(`${name}.${database}.sql`, folder), statements.map((one) => `${one};\n`).join(""))
}

/** The tables, what is in them, and last what hangs on them; the tables behind the search index are made by it. */
function dumpOf(path) {
  const source = new SqliteFile(path, { readonly: true })
  const objects = source.prepare("select * from sqlite_schema where sql is not null and name not like 'sqlite_%'").all()
  const isBehind = ({ name: table }) => table.startsWith("search_")
  const tables = objects.filter(({ type }) => type === "table")
  const contents = tables
    .filter(({ name: table }) => table !== "search")
    .flatMap((table) => [
      ...(isBehind(table) ? [`delete from ${table.name}`] : []),
      ...source
        .prepare(`select * from ${table.name}`)
        .safeIntegers()
        .all()
        .map(
          (row) => `insert into ${table.name} (${columns(row)}) values (${Object.values(row).map(literal).join(", ")})`,
        ),
    ])
  source.close()
  const made = tables.filter((table) => !isBehind(table)).map(({ sql }) => sql)
  const rest = objects.filter(({ type }) => type !== "table").map(({ sql }) => sql)
  return ["pragma foreign_keys = off", ...made, ...contents, ...rest].map(oneLine)
}

function columns(row) {
  return Object.keys(row)
    .map((column) => `"${column}"`)
    .join(", ")
}

function literal(value) {
  if (value === null) return "null"
  if (Buffer.isBuffer(value)) return `x'${value.toString("hex")}'`
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value)
}

/** What was sent to PostgreSQL that makes or changes something, with the values in their places. */
async function statementsOf(run) {
  const sent = []
  const query = Reflect.get(pg.Client.prototype, "query")
  pg.Client.prototype.query = function (asked, values, ...more) {
    const text = typeof asked === "string" ? asked : asked.text
    const given = (Array.isArray(values) ? values : asked.values) ?? []
    if (/^\s*(?:create|alter|drop|insert|update|delete)\b/i.test(text ?? "")) sent.push(inlined(text, given))
    return Reflect.apply(query, this, [asked, values, ...more])
  }
  await run()
  return sent
}

function inlined(text, values) {
  return text.replace(/\$(\d+)/g, (_, number) => {
    const value = prepareValue(values[Number(number) - 1])
    return value === null ? "null" : `'${String(value).replaceAll("'", "''")}'`
  })
}

/** A text that is kept stays as it is. */
function oneLine(sql) {
  return sql.startsWith("insert") ? sql : sql.replace(/\s*\n\s*/g, " ")
}
