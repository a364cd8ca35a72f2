import { type Item, Locale, Source } from "@pg/domain"
import { type Command, InvalidArgumentError } from "commander"
import type { FileIssue } from "./issues.js"
import { readStream, readText } from "./read-text.js"
import type { World } from "./world.js"

/** The options that everything has which reads listings. */
export type ListingOptions = { source: string; locale?: Locale }

/** A listing as it was read: its text, the items in it, and what was not understood. */
export type Listing = { file: string; text: string; items: Item[]; issues: FileIssue[] }

/** Adds `--source` and `--locale` to a command. */
export const addListingOptions = (command: Command): Command =>
  command
    .option(
      "--source <name>",
      "the name of the listing's source; the same name gives the same ids",
      sourceName,
      "newsroom listing",
    )
    .option(
      "--locale <tag>",
      "the language of the listing, as in en, fr or pt-BR (default: as its text shows)",
      localeTag,
    )

/** Reads a listing from a file or, for "-", from standard input. Throws Failure where it is no text. */
export async function readListing(file: string, options: ListingOptions, { stdin, now }: World): Promise<Listing> {
  const text = file === "-" ? await readStream(stdin, "Standard input") : await readText(file)
  // Its languages and places take longer to load than a listing to read: only who reads one waits for that.
  const { parseListing } = await import("@pg/listing")
  const { items, issues } = parseListing(text, { ...options, retrievedAt: now().toISOString() })
  return { file, text, items, issues: issues.map((issue) => ({ file, ...issue })) }
}

function sourceName(name: string): string {
  const result = Source.shape.name.safeParse(name)
  if (result.success) return result.data
  throw new InvalidArgumentError("It must be one line of at most 500 characters, with no space at its ends.")
}

function localeTag(tag: string): Locale {
  const result = Locale.safeParse(tag)
  if (result.success) return result.data
  throw new InvalidArgumentError("It must be a language tag, as in en, fr or pt-BR.")
}
