import { dirname, join, resolve } from "node:path"
import { openFiles } from "@pg/files"
import type { FileRecord } from "@pg/store"
import type { Command } from "commander"
import { readConfiguration } from "./configuration.js"
import { type Copied, copyFiles } from "./copy-files.js"
import { counted } from "./counted.js"
import { Failure } from "./failure.js"
import { createSteps } from "./progress.js"
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

/** Copies files to a place from where they are kept, or from there to where they are kept. */
export async function carryFiles(
  list: readonly FileRecord[],
  place: { to: string } | { from: string },
  { env, stderr }: World,
): Promise<Copied> {
  const { files } = readConfiguration(env)
  if ("to" in place) refuseSame(place.to, files)
  const kept = await openFiles(files, env)
  const other = await openPlace("to" in place ? place.to : place.from, env)
  const { step: onStep, clear } = createSteps(stderr)
  try {
    return await copyFiles(list, "to" in place ? { from: kept, to: other, onStep } : { from: other, to: kept, onStep })
  } finally {
    clear()
    await kept.close()
    await other.close()
  }
}

const openPlace = (place: string, env: World["env"]) => openFiles(urlOf(place), env)

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
export function formatCopied({ count, copied, bytes, missing, damaged }: Copied, where: string): string[] {
  if (count === 0) return []
  const there = count - copied - missing.length - damaged.length
  return [
    `${counted(count, "file")}: ${copied} copied to ${where} (${bytes.toLocaleString("en")} bytes), ${there} there already`,
    ...missing.map((file) => `  ${nameOf(file)} is nowhere`),
    ...damaged.map((file) => `  ${nameOf(file)} is damaged: its bytes are not those of its id`),
  ]
}

const nameOf = ({ id, name }: FileRecord) => `${id} "${name}"`

/** Throws Failure where not all could be copied; `hint` says what may be done. */
export function failUnlessCopied({ missing, damaged }: Copied, hint: string): void {
  const count = missing.length + damaged.length
  if (count > 0) throw new Failure(`${counted(count, "file")} could not be carried along. ${hint}`)
}
