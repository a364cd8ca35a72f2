import { InvalidInput, Locale, Source } from "@pg/domain"
import * as z from "zod"

/**
 * How to read a listing. `source` is its source's own name, a part of every id; `sourceUrl` where it was found;
 * `retrievedAt` when (RFC 3339); `locale` its language (BCP 47) where that is known, else its words tell.
 */
export type ParseOptions = { source: string; sourceUrl?: string; locale?: Locale; retrievedAt: string }

/** Throws InvalidInput where an option could not stand in an item. */
export function checkOptions(options: ParseOptions): void {
  const result = Options.safeParse(options)
  if (!result.success)
    throw new InvalidInput(
      result.error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message })),
    )
}

const { name, url, retrievedAt } = Source.shape
const Options = z.object({ source: name, sourceUrl: url, retrievedAt, locale: Locale.optional() })
