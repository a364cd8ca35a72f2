import { refusal } from "./refusal.js"

/** Whether a text is a date of OAI-PMH 2.0, section 3.3: a day, or a second of one, in UTC. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  toDatestamp(new Date(text)).startsWith(text.replace("Z", ""))

/** An instant in UTC and whole seconds, the finer of the protocol's two granularities. */
export const toDatestamp = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`

/**
 * The instants that a selective harvest asks for, both inclusive: a day begins with its first second and ends with its last.
 * Throws OaiRefusal, badArgument, where the two are of different granularity or the wrong way round.
 */
export function readRange({ from, until }: { from?: string | undefined; until?: string | undefined }): {
  from?: string
  until?: string
} {
  if (from !== undefined && until !== undefined) {
    if (from.length !== until.length)
      throw refusal(
        "badArgument",
        "The arguments from and until must be of the same granularity, both days or both seconds.",
      )
    if (from > until) throw refusal("badArgument", "The argument from must not be later than until.")
  }
  return {
    ...(from !== undefined && { from: isDay(from) ? `${from}T00:00:00Z` : from }),
    ...(until !== undefined && { until: isDay(until) ? `${until}T23:59:59Z` : until }),
  }
}

const isDay = (date: string) => date.length === 10
