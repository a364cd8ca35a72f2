import type { Item, ItemQuery, WebhookEventType } from "@pg/domain"
import { dayOf } from "@pg/domain"
import { matcherOf } from "../matches.js"
import { type LineRow, publicLines } from "../public-lines.js"
import { fromRow } from "../row.js"
import type { Db, ShownState } from "../schema.js"

/** A public line that a webhook is told, and as what. */
export type Told = { seq: number; itemId: string; type: WebhookEventType }

/** A public line with the instant of what it shows, and the public line of its item before it. */
export type TellingLine = LineRow & {
  shown_at: string
  previous_seq: number | null
  previous_state: ShownState | null
}

/** Public lines as `toldOf` needs them: those after a seq, up to another. */
export const tellingLines = (db: Db) =>
  publicLines(db)
    .leftJoin("public_lines as previous", (join) =>
      join.on("previous.seq", "=", (of) =>
        of
          .selectFrom("public_lines as earlier")
          .select(({ fn }) => fn.max("earlier.seq").as("seq"))
          .whereRef("earlier.number", "=", "line.number")
          .whereRef("earlier.seq", "<", "line.seq"),
      ),
    )
    .select(["public.at as shown_at", "previous.seq as previous_seq", "previous.state as previous_state"])

/**
 * Which lines a webhook is told. Whoever asks for some items knows those of them that were last shown as such: of those it is
 * told whatever happens, also that they are such no more (`item.left`). This follows from the log alone. What is upcoming is
 * judged by the day on which it was written.
 */
export async function toldOf(db: Db, filter: ItemQuery, lines: readonly TellingLine[]): Promise<Told[]> {
  const asksFor = askedBy(filter)
  const changed = lines.filter(({ state }) => state === "published").filter((line) => !asksFor(itemOf(line), line.at))
  const left = await known(db, asksFor, changed)
  return lines.flatMap((line) => {
    const type = typeOf(line, asksFor, left)
    return type === undefined ? [] : [{ seq: line.seq, itemId: line.item_id, type }]
  })
}

type AsksFor = (item: Item, at: string) => boolean

function typeOf(line: TellingLine, asksFor: AsksFor, left: ReadonlySet<number>): WebhookEventType | undefined {
  if (left.has(line.seq)) return "item.left"
  if (!asksFor(itemOf(line), line.shown_at)) return undefined
  if (line.state !== "published") return `item.${line.state}`
  return line.previous_state === "published" ? "item.updated" : "item.published"
}

/** Of lines whose items are not asked for the seqs of those that were until then. */
async function known(db: Db, asksFor: AsksFor, lines: readonly TellingLine[]): Promise<Set<number>> {
  const seqs = lines.flatMap(({ previous_seq, previous_state }) =>
    previous_seq !== null && previous_state === "published" ? [previous_seq] : [],
  )
  if (seqs.length === 0) return new Set()
  const rows = await publicLines(db).where("line.seq", "in", seqs).execute()
  const asked = new Set(rows.filter((row) => asksFor(itemOf(row), row.at)).map(({ seq }) => seq))
  return new Set(lines.filter(({ previous_seq }) => asked.has(previous_seq ?? 0)).map(({ seq }) => seq))
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
