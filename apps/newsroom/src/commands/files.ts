import { fileFolder, type Files, uploadFolder } from "@pg/files"
import { type FileRecord, filesOf, openStore, type Store } from "@pg/store"
import type { Command } from "commander"
import { carryFiles } from "../carry-files.js"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { Failure } from "../failure.js"
import { findFiles } from "../find-files.js"
import { noteCommand } from "../note-command.js"
import { readdress } from "../readdress.js"
import { withFiles } from "../with-files.js"
import type { World } from "../world.js"

/** `newsroom files`: what is to be done about files that were handed in. */
export function addFiles(program: Command, world: World): void {
  const files = program.command("files").description("Find, copy and remove files that were handed in.")
  files
    .command("gc")
    .description("Remove the files that no revision of any item names, and what is left of uploads whose time is over.")
    .option("--days <number>", "spare those that were handed in within so many days", "30")
    .option("--dry-run", "remove nothing, only say what would be")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((options: GcOptions) => within(world, (place) => collect(options, place, world)))
  files
    .command("find")
    .description(
      "Look whether all files are there, and note those that items name and of which the database knows nothing, as after a move.",
    )
    .option("--read", "read each whole, hold it against its SHA-256, and find pictures that say where they were taken")
    .option("--json", "say it as JSON")
    .addHelpText("after", helpOfFind)
    .action((options: FindOptions) => within(world, (place) => find(options, place, world)))
  files
    .command("copy")
    .description("Copy all files that the database knows to another place, or from there to where they are kept.")
    .option("--to <place>", "a folder, or s3://…, to copy to what is not there")
    .option("--from <place>", "a folder, or s3://…, to copy from what is not where files are kept")
    .option("--json", "say it as JSON")
    .addHelpText("after", helpOfCopy)
    .action((options: CopyOptions) => copy(options, world))
  files
    .command("readdress")
    .description("After a move to another public address: let items name their files at NEWSROOM_URL.")
    .requiredOption("--from <address>", "the former NEWSROOM_URL, as in https://old.example.org")
    .option("--dry-run", "change nothing, only say what would be")
    .option("--json", "say it as JSON")
    .addHelpText("after", helpOfReaddress)
    .action((options: ReaddressOptions) => within(world, (place) => changeAddresses(options, place, world)))
  files
    .command("remove")
    .description("Remove one file for good, whatever names it: for what should never have been handed in.")
    .argument("<id>", "the SHA-256 of its bytes, as it stands in its address")
    .option("--json", "say it as JSON")
    .addHelpText("after", helpOfRemove)
    .action((id: string, options: { json?: true }) => within(world, (place) => removeOne(id, options, place, world)))
}

const help = `
Example:
  newsroom files gc --dry-run`

const helpOfFind = `
Exit code 1 says that a file of ours is not where it is kept, or damaged.

Examples:
  newsroom files find
  newsroom files find --read --json`

const helpOfRemove = `
Copies of it, as beside exports and backups, are to be removed there.

Example:
  newsroom files remove 0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f`

const helpOfCopy = `
Each is held against its SHA-256 as it is copied. Exit code 1 says that some were nowhere, or damaged.

Examples:
  pg_dump -Fc newsroom > /backup/newsroom.dump && newsroom files copy --to /backup/files
  newsroom files copy --to "s3://newsroom?endpoint=https://s3.example.org"   # then set NEWSROOM_FILES to it`

const helpOfReaddress = `
Each item that names some gets a minor revision, so that feeds, copies and webhooks follow. Links that others have made to the former
address lead nowhere unless it redirects here.

Example:
  NEWSROOM_URL=https://news.example.org newsroom files readdress --from https://old.example.org`

type FindOptions = { read?: boolean; json?: true }
type ReaddressOptions = { from: string; dryRun?: boolean; json?: true }
type CopyOptions = { to?: string; from?: string; json?: true }
type GcOptions = { days: string; dryRun?: boolean; json?: true }
type Place = { store: Store; files: Files }

async function collect({ days, dryRun = false, json }: GcOptions, place: Place, world: World): Promise<void> {
  const { now, stdout } = world
  if (!/^\d{1,5}$/.test(days))
    throw new Failure(`--days is "${days}", which is no number of days; give one, as in 30.`, 2)
  const before = new Date(now().getTime() - Number(days) * 86_400_000).toISOString()
  const found = await place.store.unnamedFiles(before)
  const removed: FileRecord[] = []
  for (const file of found) if (dryRun || (await forget(file, { before, by: "gc" }, place, world))) removed.push(file)
  const uploads = dryRun ? 0 : await endUploads(place, now().toISOString())
  const report = {
    dryRun,
    files: removed,
    bytes: removed.reduce((sum, { size }) => sum + size, 0),
    uploads,
  }
  stdout.write(`${json ? JSON.stringify(report) : formatReport(report)}\n`)
}

/** Forgotten first: what is handed in again from then on is kept again. `by` is the command that is noted. */
async function forget(
  file: FileRecord,
  { before, by }: { before: string; by: "gc" | "remove" },
  { store, files }: Place,
  world: World,
): Promise<boolean> {
  if (!(await store.forgetFile(file.id, before))) return false
  await files.removeFolder(fileFolder(file.id))
  await noteCommand(store, world, `files ${by}`, formatFile(file))
  return true
}

/** Ends what is over, some at a time; how many there were. */
async function endUploads({ store, files }: Place, at: string): Promise<number> {
  let count = 0
  for (let over = await store.expiredUploads(at); over.length > 0; over = await store.expiredUploads(at)) {
    for (const { id } of over) {
      await files.removeFolder(uploadFolder(id))
      await store.forgetUpload(id)
    }
    count += over.length
  }
  return count
}

async function find({ read = false, json }: FindOptions, place: Place, world: World): Promise<void> {
  const { database, url } = readConfiguration(world.env)
  const all = { ...place, known: await filesOf(database) }
  const found = await findFiles(all, { at: world.now().toISOString(), isRead: read, url })
  const { noted, missing, unknown, elsewhere, damaged, placed } = found
  if (noted > 0) await noteCommand(place.store, world, "files find", `${counted(noted, "file")} noted`)
  const lines = [
    `${counted(all.known.length, "file")} known, ${read ? "each read" : "looked for"}; ${noted} noted`,
    ...missing.map((id) => `  ${id} is known, and not where files are kept`),
    ...unknown.map((id) => `  ${id} is named, and neither known nor where files are kept`),
    ...elsewhere.map((id) => `  ${id} is named at another address, and not kept here: most often another house's`),
    ...damaged.map((id) => `  ${id} is not what its address says, or not taken`),
    ...placed.map((id) => `  ${id} says where it was taken (GPS): hand it in again, it is kept without that then`),
  ]
  world.stdout.write(`${json ? JSON.stringify(found) : lines.join("\n")}\n`)
  if (missing.length + unknown.length + damaged.length + placed.length > 0)
    throw new Failure("Not all files are there, and as they should be.")
}

async function copy({ to, from, json }: CopyOptions, world: World): Promise<void> {
  const place =
    to !== undefined && from === undefined ? { to } : from !== undefined && to === undefined ? { from } : undefined
  if (!place) throw new Failure("Say either --to or --from, and a place.", 2)
  const list = await filesOf(readConfiguration(world.env).database)
  const { files, said, failure } = await carryFiles(list, place, { lost: "The rest is there." }, world)
  world.stdout.write(`${json ? JSON.stringify(files) : said.join("\n") || "There is no file."}\n`)
  if (failure) throw failure
}

async function changeAddresses(
  options: ReaddressOptions,
  { store }: Place,
  { env, now, stdout }: World,
): Promise<void> {
  const { from, dryRun: isTrial = false, json } = options
  const { url: to } = readConfiguration(env)
  if (to === undefined) throw new Failure("NEWSROOM_URL is not set: say at which address the newsroom is now.", 2)
  if (!URL.canParse(from) || !/^https?:$/.test(new URL(from).protocol))
    throw new Failure(`--from is "${from}", which is no web address; give one, as in https://old.example.org`, 2)
  const changed = await readdress(store, { from: new URL(from).origin, to, at: () => now().toISOString(), isTrial })
  const said = `${counted(changed.length, "item")} ${isTrial ? "would name" : "now name"} files at ${to}`
  stdout.write(`${json ? JSON.stringify({ dryRun: isTrial, from, to, changed }) : said}\n`)
}

async function removeOne(id: string, { json }: { json?: true }, place: Place, world: World): Promise<void> {
  const file = await place.store.getFile(id)
  if (!file) throw new Failure(`There is no file ${id}.`)
  await forget(file, { before: "9999", by: "remove" }, place, world)
  const said = `Removed ${formatFile(file)}. Items that name it lead to nothing there.`
  world.stdout.write(`${json ? JSON.stringify({ removed: file }) : said}\n`)
}

/** Opens the archive and its files, and closes them. */
async function within({ env }: World, run: (place: Place) => Promise<void>): Promise<void> {
  const { database, files: url } = readConfiguration(env)
  await withFiles(url, env, async (files) => {
    const store = await openStore(database)
    await run({ store, files }).finally(() => store.close())
  })
}

function formatReport({
  dryRun,
  files,
  bytes,
  uploads,
}: {
  dryRun: boolean
  files: FileRecord[]
  bytes: number
  uploads: number
}) {
  const first = `${counted(files.length, "file")} that nothing names, ${bytes.toLocaleString("en")} bytes${dryRun ? " (dry run: nothing was removed)" : " removed"}`
  const last = uploads > 0 ? [`${counted(uploads, "upload")} whose time was over`] : []
  return [first, ...files.map((file) => `  ${formatFile(file)}`), ...last].join("\n")
}

const formatFile = ({ id, name, size, at, by }: FileRecord) =>
  `${id} "${name}", ${size.toLocaleString("en")} bytes, ${at.slice(0, 10)}, by ${by}`
