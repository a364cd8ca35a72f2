import { randomUUID } from "node:crypto"
import type { Context, Hono, MiddlewareHandler } from "hono"
import { methodNotAllowed as checkMethod } from "hono/method-not-allowed"
import { requestId } from "hono/request-id"
import { routePath } from "hono/route"
import { cacheControl } from "./cache-control.js"
import { announce, deprecations } from "./deprecation.js"
import type { Told } from "./front/exchange.js"
import { openHeaders } from "./open-headers.js"
import { methodNotAllowed, uriTooLong } from "./problem.js"
import { oaiPath } from "./site.js"

/** What every request to the API goes through before somebody answers it, and every answer on its way out. */
export const guardsOf = (app: Hono): MiddlewareHandler[] => [
  identify,
  tellRoute,
  open,
  boundAddress,
  checkMethod({ app, onMethodNotAllowed: (c, methods) => methodNotAllowed(c, [...methods, "OPTIONS"]) }),
  ...(deprecations.length > 0 ? [announce(deprecations)] : []),
]

/** What whoever hands the request over wants to know, and knows. */
const toldOf = (c: Context): Partial<Told> | undefined => c.env

/** The id of the request. Whoever handed it over tells the client; within the process nobody has to be told. */
const identify: MiddlewareHandler = (c, next) => {
  const told = toldOf(c)
  if (!told) return identifyAnew(c, next)
  c.set("requestId", told.requestId ?? randomUUID())
  return next()
}

const identifyAnew = requestId({ generator: () => randomUUID() })

const tellRoute: MiddlewareHandler = async (c, next) => {
  await next()
  const told = toldOf(c)
  if (told) told.route = routePath(c)
}

const readMethods = ["GET", "HEAD", "OPTIONS"]

/** Any page may read; whether it may, a browser asks by OPTIONS before it sends fields of its own. */
const open: MiddlewareHandler = async (c, next) => {
  if (c.req.method === "OPTIONS") return sayWhatCanBeDone(c)
  await next()
  // What `answer` gives has them already.
  const told = toldOf(c)
  if (c.res === (told?.text ?? told?.whole)?.response) return undefined
  for (const [name, value] of Object.entries(openHeaders)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  const isRedirect = c.res.status >= 300 && c.res.status < 400
  // Without it, browsers take an address that has moved for moved for ever; it may come to move back.
  if (isRedirect && !c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", cacheControl)
  return undefined
}

function sayWhatCanBeDone(c: Context): Response {
  const methods = c.req.path === oaiPath ? [...readMethods, "POST"] : readMethods
  return c.body(null, 204, {
    ...openHeaders,
    Allow: methods.join(", "),
    "Access-Control-Allow-Methods": methods.join(","),
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
  })
}

const longestAddress = 8000

/** The host does not count, since the front, which has looked before, does not count it either. */
const boundAddress: MiddlewareHandler = async (c, next) => {
  const { url } = c.req
  return url.length - url.indexOf("/", 8) > longestAddress ? uriTooLong(c, longestAddress) : next()
}
