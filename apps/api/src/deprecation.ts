import type { Context, MiddlewareHandler } from "hono"
import { routePath } from "hono/route"

/** An address, or one parameter of it, that is to go. */
export type Deprecation = {
  /** The route's pattern, as in `/api/v1/items/:id`. */
  route: string
  parameter?: string
  /** The day, in UTC, from which on nobody should begin to use it. */
  since: string
  /** The day on which it goes, where that is settled. */
  sunset?: string
  /** The page that says what to use instead. */
  explainedAt: string
}

/** What is to go at present: nothing. */
export const deprecations: readonly Deprecation[] = []

/**
 * Says on each answer of what is to go since when (`Deprecation`, RFC 9745), until when (`Sunset`, RFC 8594) and where it
 * is explained; where several things are, the earliest day counts.
 */
export const announce =
  (table: readonly Deprecation[]): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const met = table.filter((deprecation) => isAsked(c, deprecation))
    const [since] = met.map((one) => Date.parse(one.since)).toSorted((a, b) => a - b)
    const [sunset] = met.flatMap((one) => (one.sunset === undefined ? [] : [one.sunset])).toSorted()
    if (since === undefined) return
    c.header("Deprecation", `@${since / 1000}`)
    if (sunset !== undefined) c.header("Sunset", new Date(sunset).toUTCString())
    for (const page of new Set(met.map(({ explainedAt }) => explainedAt)))
      c.header("Link", `<${page}>; rel="deprecation"; type="text/html"`, { append: true })
  }

const isAsked = (c: Context, { route, parameter }: Deprecation) =>
  routePath(c) === route && (parameter === undefined || new URL(c.req.url).searchParams.has(parameter))
