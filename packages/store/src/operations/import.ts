import { createHash } from "node:crypto"
import { InvalidInput, Revision } from "@pg/domain"
import type { z } from "zod"
import { append, lastSeq } from "../log.js"
import { rebuild, projectionVersion } from "../rebuild.js"
import type { Db } from "../schema.js"
import { openStore } from "../store.js"
import { StoreError } from "../store-error.js"
import { checkLives } from "./check-log.js"
import { type Waiting, withDatabase } from "./database.js"
import type { LogSummary } from "./export.js"
import { openFindings } from "./findings.js"
import { LogHeader, LogTrailer, writeRevision } from "./log-format.js"
import type { OnStep } from "./step.js"

const portion = 500

/**
 * Puts the log of a `newsroom-log` text, given line by line, into an empty database, and makes all else from it. Every
 * revision keeps its number, its instant and its author. The log is written in one transaction, which is committed when
 * count, digest and every item's life have been found right: else nothing was written. Throws InvalidInput, the path
 * being the line, for a text that is not whole, and StoreError for a database that is not empty.
 */
export async function importLog(
  url: string,
  lines: AsyncIterable<string>,
  { onStep, ...waiting }: Waiting & { onStep?: OnStep } = {},
): Promise<LogSummary> {
  await (await openStore(url, waiting)).close()
  return withDatabase(
    url,
    async ({ writer, engine }) => {
      const summary = await writer.transaction().execute(async (trx) => {
        await engine.lock(trx)
        if ((await lastSeq(trx)) > 0)
          throw new StoreError(`${engine.name} has an archive in it already: name an empty one, or a new file.`)
        return writeLog(trx, lines, onStep)
      })
      await rebuild(writer, engine, (done, of) => onStep?.("lines of the log projected", done, of))
      return summary
    },
    waiting,
  )
}

async function writeLog(trx: Db, lines: AsyncIterable<string>, onStep: OnStep | undefined): Promise<LogSummary> {
  const digest = createHash("sha256")
  let header: LogHeader | undefined
  let trailer: LogTrailer | undefined
  let batch: Revision[] = []
  let number = 0
  let seq = 0
  for await (const text of lines) {
    number++
    if (trailer) throw wrong(number, "there is more after the end of the archive")
    const value = parseJson(text, number)
    if (!header) header = readAs(LogHeader, value, number)
    else if (isTrailer(value)) trailer = readAs(LogTrailer, value, number)
    else {
      const revision = readAs(Revision, value, number)
      if (revision.seq !== seq + 1) throw wrong(number, `revision ${revision.seq} stands where ${seq + 1} belongs`)
      if (revision.item.id !== revision.itemId) throw wrong(number, "itemId is not the id of its item")
      seq = revision.seq
      digest.update(`${text}\n`)
      // As it was written, and not as it was read: what has a default may have been absent when it was written.
      const written = value as Revision
      if (writeRevision(written) !== text) throw wrong(number, "it is not as an export writes it")
      batch.push(written)
      if (batch.length < portion) continue
      await append(trx, batch)
      batch = []
      onStep?.("lines of the log read", seq, header.lines)
    }
  }
  await append(trx, batch)
  if (!header) throw wrong(1, "the archive is empty")
  if (!trailer) throw wrong(number, `it ends after ${seq} of ${header.lines} revisions: the archive was cut off`)
  const found = `sha256:${digest.digest("hex")}`
  if (trailer.lines !== seq || header.lines !== seq)
    throw wrong(number, `it has ${seq} revisions, where it says that it has ${header.lines}`)
  if (trailer.digest !== found) throw wrong(number, "the digest is another: something in the archive was changed")
  await refuseWrongLives(trx)
  await trx.updateTable("projection").set({ version: projectionVersion, rebuilt_until: 0 }).execute()
  return { lines: seq, items: header.items, digest: found }
}

async function refuseWrongLives(trx: Db): Promise<void> {
  const findings = openFindings()
  await checkLives(trx, findings)
  if (findings.all.length > 0)
    throw new InvalidInput(findings.all.map(({ subject, message }) => ({ path: subject, message })))
}

function parseJson(text: string, number: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw wrong(number, "it is not JSON: the archive was damaged or cut off")
  }
}

const isTrailer = (value: unknown) => typeof value === "object" && value !== null && "end" in value

function readAs<Schema extends z.ZodType>(schema: Schema, value: unknown, number: number): z.infer<Schema> {
  const { data, error } = schema.safeParse(value)
  const issue = error?.issues[0]
  if (issue) throw wrong(number, `${issue.path.join(".") || "the line"}: ${issue.message}`)
  return data as z.infer<Schema>
}

const wrong = (number: number, message: string) => new InvalidInput([{ path: `line ${number}`, message }])
