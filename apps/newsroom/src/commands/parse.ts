import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { Item } from "@pg/domain"
import type { Command } from "commander"
import { Failure } from "../failure.js"
import { failUnlessRead, formatIssue } from "../issues.js"
import { type ListingOptions, addListingOptions, readListing } from "../read-listing.js"
import type { Output, World } from "../world.js"

/** `newsroom parse`: what a listing says, as JSON; needs no archive. */
export function addParse(program: Command, world: World): void {
  addListingOptions(program.command("parse"))
    .description(
      "Print the items of a text listing, one as JSON on each line; what was not understood goes to standard error.",
    )
    .argument("<file>", 'the listing, a text file in UTF-8; "-" is standard input')
    .option("--reprint", "print the listing itself, put together from its items: byte for byte what was read")
    .addHelpText("after", help)
    .action((file: string, options: ListingOptions & { reprint?: true }) => parse(file, options, world))
}

const help = `
Examples:
  newsroom parse listing.txt > items.jsonl
  newsroom parse listing.txt --reprint | cmp - listing.txt`

async function parse(file: string, options: ListingOptions & { reprint?: true }, world: World): Promise<void> {
  const { text, items, issues } = await readListing(file, options, world)
  if (options.reprint) {
    await print(await reprintable(items, text, file), world.stdout)
    return
  }
  if (items.length === 0 && issues.length === 0) throw new Failure(`${file} has no item in it that could be read.`)
  await print(jsonLines(items), world.stdout)
  for (const issue of issues) world.stderr.write(`${formatIssue(issue)}\n`)
  failUnlessRead(issues)
}

function* jsonLines(items: readonly Item[]): Generator<string> {
  for (const item of items) yield `${JSON.stringify(item)}\n`
}

async function reprintable(items: Item[], text: string, file: string): Promise<string[]> {
  const { reprint } = await import("@pg/listing")
  const printed = reprint(items)
  if (printed === text) return [printed]
  throw new Failure(`${file} has text that belongs to no item, so that its items do not give it back.`)
}

/** Waits where the reader of the output is slower than we are. */
const print = (chunks: Iterable<string>, output: Output) => pipeline(Readable.from(chunks), output, { end: false })
