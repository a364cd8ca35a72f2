import { parse } from "csv-parse/sync"

/** Lists whose elements are texts; those of `objects` have a column for each part. */
const texts = new Set("topics countries bodies people languages organisers".split(" "))
const objects = new Set(
  "relations attachments links additionalLocations sessions contributors files source.reasons".split(" "),
)
const notTexts = new Set(
  "summaryTruncated series.ordinal revision pages size attachments.size files.size source.spans".split(" "),
)

/** A table of `csv` as a reader that is not ours takes it, each row by the names of its columns. */
export const readTable = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, record_delimiter: "\r\n" })

/** What a row was made from, by the rules of the README: an item, but for the defaults that it has. */
export function readRow({ url: _, ...row }: Record<string, string>): unknown {
  const item = {}
  for (const [name, cell] of Object.entries(row)) if (cell !== "") put(item, name, cell.replace(/^'/, ""))
  return item
}

function put(item: object, name: string, text: string): void {
  const list = [...objects].find((field) => name.startsWith(`${field}.`))
  if (texts.has(name)) set(item, name.split("."), split(text))
  else if (list === undefined) set(item, name.split("."), valueOf(name, text))
  else
    for (const [at, part] of split(text).entries())
      if (part !== "")
        set(item, [...list.split("."), String(at), ...name.slice(list.length + 1).split(".")], valueOf(name, part))
}

const valueOf = (name: string, text: string): unknown => (notTexts.has(name) ? JSON.parse(text) : text)

/** At each `|` that has no backslash in front. */
const split = (text: string) =>
  [...text.matchAll(/(?:^|\|)((?:[^\\|]|\\.)*)/gs)].map(([, part = ""]) => part.replace(/\\(.)/gs, "$1"))

function set(target: object, [key = "", ...rest]: string[], value: unknown): void {
  const known = target as Record<string, object>
  if (rest.length === 0) Object.assign(target, Array.isArray(target) ? [] : {}, { [key]: value })
  else set((known[key] ??= /^\d+$/.test(rest[0] ?? "") ? [] : {}), rest, value)
}
