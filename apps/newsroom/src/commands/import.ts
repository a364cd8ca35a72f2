import { existsSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Item } from "@pg/domain"
import { openStore } from "@pg/store"
import type { Command } from "commander"
import { addFilesOptions, carryFiles, type FilesOption, placeBeside } from "../carry-files.js"
import { addBodies, readBodies, strayBodies } from "../bodies.js"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { Failure } from "../failure.js"
import { foreseeImport, importItems, type ItemConflict, type Outcomes } from "../import-items.js"
import { importArchive, isArchive } from "../import-archive.js"
import { failUnlessRead, type FileIssue, formatIssue } from "../issues.js"
import { createProgress } from "../progress.js"
import { addListingOptions, type Listing, type ListingOptions, readListing } from "../read-listing.js"
import type { World } from "../world.js"

type ImportOptions = ListingOptions & FilesOption & { bodies?: string; archive?: true; dryRun?: true; json?: true }

/** `newsroom import`: listings into the archive; what is there already and said again is left alone. */
export function addImport(program: Command, world: World): void {
  addFilesOptions(addListingOptions(program.command("import")), "from")
    .description(
      "Import text listings into the archive; importing one again changes only what it says differently. Or an export of " +
        "another archive, into an empty one.",
    )
    .argument("<file...>", 'listings, text files in UTF-8, or one export; "-" is standard input')
    .option("--bodies <directory>", "take the items' full texts from here: SLUG.md or LOCALE/SLUG.md, in Markdown")
    .option("--archive", "the file is an export, which is seen by itself unless it is standard input")
    .option("--dry-run", "write nothing, only say what would be")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((files: string[], options: ImportOptions) => importFiles(files, options, world))
}

const help = `
The summary says how many items were read, created, changed and unchanged, and lists what was not understood, as
FILE:LINE:COLUMN. The exit code is 1 where something was not read at all.

The log of an export is imported whole or not at all, into an archive with nothing in it. Then its files are copied from
"files" beside it to where files are kept (NEWSROOM_FILES), each held against its SHA-256; what is there already stays. Where
that breaks off, the same import goes on with it. Exit code 1 says that some files were nowhere, or damaged.

Examples:
  newsroom import listing.txt
  newsroom import --dry-run listing.en.txt listing.fr.txt
  newsroom import --bodies texts/ listing.txt
  curl -s https://example.org/listing.txt | newsroom import --json -
  newsroom import archive.ndjson.gz
  ssh old-host newsroom export - | newsroom import --archive -`

/** What an import did, or would do. */
type Report = Outcomes & { dryRun: boolean; read: number; issues: FileIssue[] }

async function importFiles(files: string[], options: ImportOptions, world: World): Promise<void> {
  const archives = await Promise.all(files.map(async (file) => options.archive ?? isArchive(file)))
  if (!archives.includes(true)) return importListings(files, options, world)
  const [file, ...others] = files
  if (file === undefined || others.length > 0)
    throw new Failure("An export is imported by itself: give that one file alone.", 2)
  if (options.dryRun || options.bodies !== undefined)
    throw new Failure("--dry-run and --bodies are for listings, and not for an export.", 2)
  await importExport(file, options, world)
}

async function importExport(file: string, options: ImportOptions, world: World): Promise<void> {
  const { database, files: kept } = readConfiguration(world.env)
  const { files, unlisted, ...summary } = await importArchive(file, database, world)
  // What comes through a pipe has nothing beside it; what is kept where it belongs need not come.
  const from = placeBeside(file, options) ?? (options.files === false ? undefined : kept)
  const lost = "All else is imported: give the folder that has them by --files, with the same import."
  const carried = await carryFiles(files, { from }, { lost }, world)
  const { lines, items, digest, isNew } = summary
  const said = [
    `${counted(items, "item")} in ${counted(lines, "revision")} ${isNew ? "imported" : "were there already"}, ${digest}`,
    ...carried.said,
    ...(unlisted.length > 0
      ? [`${counted(unlisted.length, "file")} that items name are not listed: newsroom files find looks for them`]
      : []),
  ]
  const json = { ...summary, files: carried.files, unlisted }
  world.stdout.write(`${options.json ? JSON.stringify(json) : said.join("\n")}\n`)
  if (carried.failure) throw carried.failure
}

async function importListings(files: string[], options: ImportOptions, world: World): Promise<void> {
  const { database } = readConfiguration(world.env)
  const { listings, issues } = await readAll(files, options, world)
  const items = listings.flatMap((listing) => listing.items)
  const outcomes = options.dryRun ? await foresee(database, items, world) : await put(database, items, world)
  const report = { dryRun: options.dryRun ?? false, read: items.length, ...outcomes, issues }
  world.stdout.write(`${options.json ? JSON.stringify(report) : formatReport(report)}\n`)
  failUnlessRead(issues)
}

/** Everything is read before anything is written: a file that is no listing leaves the archive as it was. */
async function readAll(files: string[], options: ImportOptions, world: World) {
  const bodies = options.bodies === undefined ? [] : await readBodies(options.bodies)
  const listings: Listing[] = []
  for (const file of files) {
    const listing = await readListing(file, options, world)
    if (listing.items.length === 0)
      throw new Failure(`${file} has no item in it that could be read; nothing was imported.`)
    listings.push({ ...listing, items: addBodies(listing.items, bodies) })
  }
  const strays = strayBodies(
    listings.flatMap((listing) => listing.items),
    bodies,
  )
  return { listings, issues: [...listings.flatMap((listing) => listing.issues), ...strays] }
}

async function put(database: string, items: readonly Item[], { now, stderr }: World): Promise<Outcomes> {
  const store = await openStore(database)
  const progress = createProgress(stderr, items.length)
  const onUntidied = ({ message }: Error) => {
    progress.clear()
    stderr.write(`All is written, but searches are slower than they could be until the next import: ${message}\n`)
  }
  try {
    return await importItems(store, items, { ...changeBy(now), onProgress: progress.advanceTo, onUntidied })
  } finally {
    progress.clear()
    await store.close()
  }
}

const changeBy = (now: World["now"]) => ({ at: () => now().toISOString(), by: "newsroom import" })

/** A database file that is not there is an archive with nothing in it, and stays away. */
async function foresee(database: string, items: readonly Item[], { now }: World): Promise<Outcomes> {
  const file = /^sqlite:(?:\/\/)?(.*)/.exec(database)?.[1]
  const isNew = file !== undefined && !existsSync(file)
  const folder = isNew ? await mkdtemp(join(tmpdir(), "newsroom-")) : undefined
  const store = await openStore(folder === undefined ? database : `sqlite:${join(folder, "empty.db")}`)
  try {
    return await foreseeImport(store, items, changeBy(now))
  } finally {
    await store.close()
    if (folder !== undefined) await rm(folder, { recursive: true })
  }
}

function formatReport({ dryRun, read, created, changed, unchanged, conflicts, issues }: Report): string {
  const counts = `${created} created, ${changed} changed, ${unchanged} unchanged`
  const first = `${read} ${read === 1 ? "item" : "items"} read: ${counts}${dryRun ? " (dry run: nothing was written)" : ""}`
  const hidden = issues.length - shownIssues
  return [
    first,
    ...(conflicts.length > 0
      ? [`${conflicts.length} changed both here and in the listing, left as here to be decided:`]
      : []),
    ...conflicts.slice(0, shownIssues).map(formatConflict),
    ...(issues.length > 0 ? [`${issues.length} ${issues.length === 1 ? "issue" : "issues"}:`] : []),
    ...issues.slice(0, shownIssues).map(formatIssue),
    ...(hidden > 0 ? [`… and ${hidden} more; --json says them all`] : []),
  ].join("\n")
}

const formatConflict = ({ itemId, title, field, ours, theirs }: ItemConflict) =>
  `  ${itemId} "${title}", ${field}: here ${inShort(ours)}; in the listing ${inShort(theirs)}`

function inShort(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing"
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

const shownIssues = 100
