import { dirname, join, resolve } from "node:path"
import type { FileRecord } from "@pg/store"
import type { Command } from "commander"
import { readConfiguration } from "./configuration.js"
import { type Copied, copyFiles } from "./copy-files.js"
import { counted } from "./counted.js"
import { Failure } from "./failure.js"
import { createSteps } from "./progress.js"
import { withFiles } from "./with-files.js"
import type { World } from "./world.js"

/** Where the bytes of files are carried to or from; `false` for nowhere, absent for the folder beside. */
export type FilesOption = { files?: string | false }

/** `--files` and `--no-files`, for a command that carries an archive. */
export const addFilesOptions = (command: Command, carried: "to" | "from"): Command =>
  command
    .option("--files <place>", `the folder, or s3://…, that files are carried ${carried} (default: "files" beside it)`)
    .option("--no-files", "carry no files")

/** The place that an option says for what goes with a file; a pipe has none beside it. */
export function placeBeside(file: string, { files }: FilesOption): string | undefined {
  if (files === false) return undefined
  if (files !== undefined) return files
  return file === "-" ? undefined : join(dirname(file), "files")
}

/** To a place from where files are kept, or from there to where they are kept; `undefined` where they are not carried. */
type Carrying = { to: string | undefined } | { from: string | undefined }

/** What is said where files are not carried, and what may be done where some could not be. */
type Hints = { left?: string; lost: string }

/** What became of files, as JSON has it and in lines; `failure` where not all could be copied, once that has been said. */
export type Carried = { files: Copied | { count: number }; said: string[]; failure?: Failure }

/** Carries files along with an archive, none of them where there is no place, or nothing to be carried. */
export async function carryFiles(
  list: readonly FileRecord[],
  carrying: Carrying,
  { left, lost }: Hints,
  world: World,
): Promise<Carried> {
  const { files: kept } = readConfiguration(world.env)
  const isTo = "to" in carrying
  const place = isTo ? carrying.to : carrying.from
  const count = list.length
  if (place === undefined)
    return { files: { count }, said: left !== undefined && count > 0 ? [`${counted(count, "file")} ${left}`] : [] }
  if (isTo && count > 0) refuseSame(place, kept)
  const other = urlOf(place)
  const copied = await copyBetween(list, isTo ? { from: kept, to: other } : { from: other, to: kept }, world)
  const lacking = copied.missing.length + copied.damaged.length
  return {
    files: copied,
    said: formatCopied(copied, isTo ? place : kept),
    ...(lacking > 0 && { failure: new Failure(`${counted(lacking, "file")} could not be carried along. ${lost}`) }),
  }
}

async function copyBetween(
  list: readonly FileRecord[],
  places: { from: string; to: string },
  { env, stderr }: World,
): Promise<Copied> {
  // A place may be out of reach, and need not be there for nothing.
  if (list.length === 0) return { count: 0, copied: 0, bytes: 0, missing: [], damaged: [] }
  const { step: onStep, clear } = createSteps(stderr)
  return withFiles(places.from, env, (from) =>
    withFiles(places.to, env, (to) => copyFiles(list, { from, to, onStep }).finally(clear)),
  )
}

const urlOf = (place: string) => (/^(?:file|s3):/.test(place) ? place : `file:${place}`)

/** Files beside themselves are no copy. Throws Failure. */
function refuseSame(place: string, kept: string): void {
  const [there, here] = [urlOf(place), kept].map((url) => (url.startsWith("file:") ? resolve(url.slice(5)) : url))
  if (there === here)
    throw new Failure(
      `${place} is where files are kept, so that there would be no copy of them: name another place by --files, or say --no-files.`,
    )
}

/** What is said of it, a line for each that could not be copied; nothing where there was none. */
function formatCopied({ count, copied, bytes, missing, damaged }: Copied, where: string): string[] {
  if (count === 0) return []
  const there = count - copied - missing.length - damaged.length
  return [
    `${counted(count, "file")}: ${copied} copied to ${where} (${bytes.toLocaleString("en")} bytes), ${there} there already`,
    ...missing.map((file) => `  ${nameOf(file)} is nowhere`),
    ...damaged.map((file) => `  ${nameOf(file)} is damaged: its bytes are not those of its id`),
  ]
}

const nameOf = ({ id, name }: FileRecord) => `${id} "${name}"`
