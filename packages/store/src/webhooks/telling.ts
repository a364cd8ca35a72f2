import type { Item, ItemQuery, WebhookEventType } from "@pg/domain"
import { dayOf } from "@pg/domain"
import { matcherOf } from "../matches.js"
import { type LineRow, publicLines } from "../public-lines.js"
import { fromRow } from "../row.js"
import type { Db } from "../schema.js"

/** A public line that a webhook is told, and as what. */
export type Told = { seq: number; itemId: string; type: WebhookEventType }

/** A public line with the instant of what it shows, and the seq of the public line of its item before it. */
type TellingLine = LineRow & { shown_at: string; previous_seq: number | null }

/** Public lines by their seqs, in the order of these. */
export const readTellingLines = (db: Db, seqs: readonly number[]): Promise<TellingLine[]> =>
  seqs.length === 0
    ? Promise.resolve([])
    : publicLines(db)
        .select((is) => [
          "public.at as shown_at",
          is
            .selectFrom("public_lines as earlier")
            .select(({ fn }) => fn.max("earlier.seq").as("seq"))
            .whereRef("earlier.number", "=", "line.number")
            .whereRef("earlier.seq", "<", "line.seq")
            .as("previous_seq"),
        ])
        .where("line.seq", "in", seqs)
        .orderBy("line.seq")
        .execute()

/**
 * Which lines a webhook is told. Whoever asks for some items knows those of them that were last shown as such: of those it is
 * told whatever happens, also that they are such no more (`item.left`). This follows from the log alone. What is upcoming is
 * judged by the day on which it was written.
 */
export async function toldOf(db: Db, filter: ItemQuery, lines: readonly TellingLine[]): Promise<Told[]> {
  const asksFor = askedBy(filter)
  const previous = await readPrevious(db, lines)
  return lines.flatMap((line) => {
    const type = typeOf(line, previous.get(line.previous_seq ?? 0), asksFor)
    return type === undefined ? [] : [{ seq: line.seq, itemId: line.item_id, type }]
  })
}

type AsksFor = (item: Item, at: string) => boolean

function typeOf(line: TellingLine, previous: LineRow | undefined, asksFor: AsksFor): WebhookEventType | undefined {
  const isAsked = asksFor(itemOf(line), line.shown_at)
  if (line.state !== "published") return isAsked ? `item.${line.state}` : undefined
  const wasPublished = previous?.state === "published"
  if (isAsked) return wasPublished ? "item.updated" : "item.published"
  return wasPublished && asksFor(itemOf(previous), previous.at) ? "item.left" : undefined
}

async function readPrevious(db: Db, lines: readonly TellingLine[]): Promise<Map<number, LineRow>> {
  const seqs = lines.flatMap(({ previous_seq }) => previous_seq ?? [])
  if (seqs.length === 0) return new Map()
  const rows = await publicLines(db).where("line.seq", "in", seqs).execute()
  return new Map(rows.map((row) => [row.seq, row]))
}

const itemOf = (line: LineRow) => fromRow(line)

/** A line's item as it was last shown is asked for or not, as of the day of an instant. */
function askedBy(filter: ItemQuery): AsksFor {
  if (Object.keys(filter).length === 0) return () => true
  const matchers = new Map<string, (item: Item) => boolean>()
  return (item, at) => {
    const day = dayOf(new Date(at))
    const matches = matchers.get(day) ?? matcherOf(filter, day)
    matchers.set(day, matches)
    return matches(item)
  }
}
