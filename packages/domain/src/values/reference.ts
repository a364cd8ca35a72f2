import * as z from "zod"
import { InvalidInput } from "../errors.js"

const pattern = /^[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*(?:\/[A-Z][A-Za-z-]*)*\(\d{4}\)[1-9]\d*(?:rev\d*)?(?:-add\d*)?$/

/**
 * The reference code of a document, in its canonical form: series, parts after slashes, year in brackets, number,
 * and the marks of revision and addendum, with no space: `P-PG/MinConf(2010)1`, `P-PG(2019)12rev2`.
 */
export const Reference = z
  .string()
  .max(80)
  .regex(pattern, "must be a reference code, as in P-PG/MinConf(2010)1")
  .meta({ description: "Document reference, as in P-PG/MinConf(2010)1" })
export type Reference = z.infer<typeof Reference>

/**
 * Reads a reference code as people type it, spaces and hyphen forms and the case of its marks forgiven, into the
 * canonical form: `"P-PG / MinConf (2010) 1 REV 2"` is `"P-PG/MinConf(2010)1rev2"`. Throws InvalidInput.
 */
export function parseReference(text: string): Reference {
  const reference = text
    .slice(0, longest + 1)
    .replace(/[\s\u200b]+/g, "")
    .replace(/[‐‑–—]/g, "-")
    .replace(/-?(rev|add)\.?(?=\d*(?:-?(?:rev|add)|$))/gi, (_, mark: string) => (/rev/i.test(mark) ? "rev" : "-add"))
  if (text.length <= longest && Reference.safeParse(reference).success) return reference
  throw new InvalidInput([{ path: "", message: `"${text.slice(0, 80)}" is not a reference code` }])
}

/** With all the spaces that people may put into one. */
const longest = 200
