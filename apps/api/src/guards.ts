import { randomUUID } from "node:crypto"
import type { Context, Hono, MiddlewareHandler } from "hono"
import { requestId } from "hono/request-id"
import { cacheControl } from "./cache-control.js"
import { announce, deprecations } from "./deprecation.js"
import type { Told } from "./front/exchange.js"
import { type MethodsAt, methodsOf } from "./methods.js"
import { openHeaders } from "./open-headers.js"
import { methodNotAllowed, uriTooLong } from "./problem.js"
import { routeOf } from "./route-of.js"

/** What every request to the API goes through before somebody answers it, and every answer on its way out. */
export function guardsOf(app: Hono): MiddlewareHandler[] {
  const methodsAt = methodsOf(app)
  return [
    identify,
    tellRoute,
    open(methodsAt),
    boundAddress,
    checkMethod(methodsAt),
    ...(deprecations.length > 0 ? [announce(deprecations)] : []),
  ]
}

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
  if (told) told.route = routeOf(c)
}

/** Any page may ask; whether it may, a browser asks by OPTIONS before it sends fields or methods of its own. */
const open =
  (methodsAt: MethodsAt): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === "OPTIONS") return sayWhatCanBeDone(c, methodsAt(c.req.path))
    await next()
    // What `answer` gives has them already.
    const told = toldOf(c)
    if (c.res === (told?.text ?? told?.whole)?.response) return undefined
    for (const [name, value] of Object.entries(openHeaders))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    const isRedirect = c.res.status >= 300 && c.res.status < 400
    // Without it, browsers take an address that has moved for moved for ever; it may come to move back.
    if (isRedirect && !c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", cacheControl)
    return undefined
  }

/** Where nothing is, one can at least ask, and be told so. `*` stands for all fields but Authorization (Fetch standard, 4.9). */
function sayWhatCanBeDone(c: Context, found: readonly string[]): Response {
  const methods = found.length > 0 ? found : ["GET", "HEAD", "OPTIONS"]
  return c.body(null, 204, {
    ...openHeaders,
    Allow: methods.join(", "),
    "Access-Control-Allow-Methods": methods.join(","),
    "Access-Control-Allow-Headers": "Authorization,*",
    "Access-Control-Max-Age": "86400",
  })
}

/** Where something is, but not for this method, says for which. */
const checkMethod =
  (methodsAt: MethodsAt): MiddlewareHandler =>
  async (c, next) => {
    await next()
    if (c.res.status !== 404 || c.error) return
    const methods = methodsAt(c.req.path)
    if (methods.length > 0 && !methods.includes(c.req.method)) c.res = methodNotAllowed(c, methods)
  }

const longestAddress = 8000

/** The host does not count, since the front, which has looked before, does not count it either. */
const boundAddress: MiddlewareHandler = async (c, next) => {
  const { url } = c.req
  return url.length - url.indexOf("/", 8) > longestAddress ? uriTooLong(c, longestAddress) : next()
}
