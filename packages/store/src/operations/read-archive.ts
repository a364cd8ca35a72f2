import { createHash } from "node:crypto"
import { InvalidInput, isOfLetters, Revision } from "@pg/domain"
import type { z } from "zod"
import { fileIdsIn, type FileRecord } from "../files.js"
import type { ExportSummary } from "./export.js"
import { FileLine, LogHeader, LogTrailer, writeFileLine, writeRevision } from "./log-format.js"
import type { OnStep } from "./step.js"

const portion = 500

/** What is done with the revisions as they come, and which files may be listed. */
export type Reading = {
  take: (batch: Revision[]) => Promise<void>
  mediaTypes: readonly string[]
  onStep: OnStep | undefined
}

/** Reads a `newsroom-log` text to its end. Throws InvalidInput, the path being the line, where it is not whole. */
export async function readArchive(lines: AsyncIterable<string>, reading: Reading): Promise<ExportSummary> {
  const { take, mediaTypes, onStep } = reading
  const digest = createHash("sha256")
  const filesDigest = createHash("sha256")
  const files: FileRecord[] = []
  const named = new Set<string>()
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
    else if (has(value, "end")) trailer = readAs(LogTrailer, value, number)
    else if (has(value, "file")) {
      const { file } = readAs(FileLine, value, number) as { file: FileRecord }
      if (writeFileLine(file) !== text) throw wrong(number, "it is not as an export writes it")
      if (files.length >= (header.files?.count ?? 0))
        throw wrong(number, "it lists more files than it says that it has")
      if (file.id <= (files.at(-1)?.id ?? "")) throw wrong(number, "the files are not in order")
      if (!mediaTypes.includes(file.mediaType)) throw wrong(number, `files of ${file.mediaType} are not taken here`)
      filesDigest.update(`${text}\n`)
      files.push(file)
    } else {
      const revision = readAs(Revision, value, number)
      if (files.length > 0) throw wrong(number, "a revision stands after the files")
      if (revision.seq !== seq + 1) throw wrong(number, `revision ${revision.seq} stands where ${seq + 1} belongs`)
      if (revision.item.id !== revision.itemId) throw wrong(number, "itemId is not the id of its item")
      seq = revision.seq
      digest.update(`${text}\n`)
      for (const id of fileIdsIn(text)) named.add(id)
      // As it was written, and not as it was read: what has a default may have been absent when it was written.
      const written = value as Revision
      if (writeRevision(written) !== text) throw wrong(number, "it is not as an export writes it")
      batch.push(written)
      if (batch.length < portion) continue
      await take(batch)
      batch = []
      onStep?.("lines of the log read", seq, header.lines)
    }
  }
  await take(batch)
  if (!header) throw wrong(1, "the archive is empty")
  if (!trailer) throw wrong(number, `it ends after ${seq} of ${header.lines} revisions: the archive was cut off`)
  const found = `sha256:${digest.digest("hex")}`
  if (trailer.lines !== seq || header.lines !== seq)
    throw wrong(number, `it has ${seq} revisions, where it says that it has ${header.lines}`)
  if (trailer.digest !== found) throw wrong(number, "the digest is another: something in the archive was changed")
  const filesFound = files.length > 0 ? `sha256:${filesDigest.digest("hex")}` : undefined
  if ((header.files?.count ?? 0) !== files.length || trailer.filesDigest !== filesFound)
    throw wrong(number, "the digest of the files is another: something in their list was changed")
  for (const { id } of files) named.delete(id)
  return { lines: seq, items: header.items, digest: found, files, unlisted: [...named].toSorted() }
}

function parseJson(text: string, number: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw wrong(number, "it is not JSON: the archive was damaged or cut off")
  }
}

const has = (value: unknown, member: "end" | "file") => typeof value === "object" && value !== null && member in value

function readAs<Schema extends z.ZodType>(schema: Schema, value: unknown, number: number): z.infer<Schema> {
  const { data, error } = schema.safeParse(value)
  // Texts that are refused today were taken once: an archive is moved with them.
  const issue = error?.issues.find((one) => !isOfLetters(one))
  if (issue) throw wrong(number, `${issue.path.join(".") || "the line"}: ${issue.message}`)
  return (data ?? value) as z.infer<Schema>
}

const wrong = (number: number, message: string) => new InvalidInput([{ path: `line ${number}`, message }])
