import { type Context, Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { answerRequest, answerUnread } from "../oai/answer-request.js"
import type { OaiOptions } from "../oai/options.js"
import { oaiPath } from "../site.js"

/**
 * The archive for harvesters, OAI-PMH 2.0: `/api/oai?verb=Identify`. A form that is posted says the same as a query string.
 * An answer has its own date and so is not kept by caches; a store that does not answer is 503 with Retry-After, as the
 * protocol has it (section 3.1.2.2).
 */
export function oaiRoutes(options: OaiOptions): Hono {
  const routes = new Hono()
  routes.get(oaiPath, async (c) => give(c, await answerRequest(queryOf(c), options)))
  const tooLong = (c: Context) =>
    give(c, answerUnread({ code: "badArgument", message: `The form is longer than ${longestForm} bytes.` }, options))
  routes.post(oaiPath, bodyLimit({ maxSize: longestForm, onError: tooLong }), async (c) =>
    give(c, await answerRequest([...queryOf(c), ...(await formOf(c))], options)),
  )
  return routes
}

const longestForm = 8000

const queryOf = (c: Context) => new URL(c.req.url).searchParams

/** A body of another type says nothing that is understood here. */
const formOf = async (c: Context): Promise<Iterable<readonly [string, string]>> =>
  /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(c.req.header("Content-Type") ?? "")
    ? new URLSearchParams(await c.req.text())
    : []

const give = (c: Context, text: string) =>
  c.body(text, 200, { "Content-Type": "text/xml; charset=utf-8", "Cache-Control": "no-store" })
