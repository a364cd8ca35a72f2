import type { Attempt, Patience } from "@pg/store"
import { nextAttempt, readRetryAfter, type Sent } from "@pg/webhooks"

/** After five days of nothing but failures a webhook is disabled; one that was away for five minutes has to catch up. */
export const patience: Patience = { disableAfter: 5 * 86_400_000, recoveredAfter: 300_000 }

/**
 * What is to be noted of a sending, the one after so many `before` it: whether it counts, when to try again, and what the
 * receiver asked for: 410 to be told nothing more, 429 and 503 to be left alone for a while. `random` is from 0 to 1.
 */
export function attemptOf(sent: Sent, before: number, at: Date, random: number): Attempt {
  const { status, duration, problem, retryAfter } = sent
  const said = { at, duration, ...(status !== undefined && { status }) }
  if (problem === undefined) return { outcome: "delivered", ...said }
  const failed = { outcome: "failed", ...said, reason: problem } as const
  const notBefore = status === 429 || status === 503 ? readRetryAfter(retryAfter, at) : undefined
  const nextAt = nextAttempt(before + 1, at, random, notBefore)
  return {
    ...failed,
    ...(nextAt && { nextAt }),
    ...(notBefore && { notBefore }),
    ...(status === 410 && { isGone: true, reason: `${problem} It wants to be told nothing more.` }),
  }
}
