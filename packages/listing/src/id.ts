import { v5 } from "uuid"

/**
 * The id of an imported item: a UUID of version 5 (RFC 9562) of its source's name, its headings and its date, so that
 * the same source gives the same id for ever, while a teaser or a place may be corrected. `ordinal` tells apart what a
 * listing says twice: 1 for the first.
 */
export function makeId(source: string, headings: readonly string[], date: string | undefined, ordinal: number): string {
  const key = [source, headings, date ?? "", ...(ordinal > 1 ? [ordinal] : [])]
  return v5(JSON.stringify(key), namespace)
}

const namespace = "6f3c2a0e-5b0d-4c57-9a3e-2f1d8c7b4a90"
