/**
 * How long to wait after each attempt that failed, in seconds; after the last of them no more is made. It is the schedule that
 * Standard Webhooks suggests: ten attempts in three days and four hours.
 */
export const pauses = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const

/** How long a receiver may ask us to wait, in seconds. */
const longest = 86_400

/**
 * When to try again after so many attempts; `undefined` where that is not done. `random`, from 0 to 1, moves it by up to a
 * tenth either way, so that what failed together does not come back together. `notBefore` is what the receiver asked for.
 */
export function nextAttempt(attempts: number, at: Date, random: number, notBefore?: Date): Date | undefined {
  const pause = pauses[attempts - 1]
  if (pause === undefined) return undefined
  const usual = at.getTime() + pause * 1000 * (0.9 + 0.2 * random)
  return new Date(Math.max(usual, notBefore?.getTime() ?? 0))
}

/**
 * The instant that a header `Retry-After` means (RFC 9110 section 10.2.3), seconds or a date, at most a day ahead; `undefined`
 * where it says nothing.
 */
export function readRetryAfter(value: string | undefined, at: Date): Date | undefined {
  const text = value?.trim() ?? ""
  const asked = /^\d{1,9}$/.test(text) ? at.getTime() + Number(text) * 1000 : httpDate(text)
  if (asked === undefined || asked <= at.getTime()) return undefined
  return new Date(Math.min(asked, at.getTime() + longest * 1000))
}

/** The one form of a date that may be written, as in "Sun, 06 Nov 1994 08:49:37 GMT". */
function httpDate(text: string): number | undefined {
  const time = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
