import type { Item, Scope } from "@pg/domain"
import type { Store, Token } from "@pg/store"
import type { Context, MiddlewareHandler } from "hono"
import { createRateLimit } from "../front/rate-limit.js"
import { Refused } from "./refused.js"

type Options = { store: Store; now: () => Date; writesPerMinute: number }

/**
 * Lets in whoever sends a token (RFC 6750), and not more often than `writesPerMinute` (0 for no limit); the token is `token`
 * for whoever comes after. Throws Refused.
 */
export function callers({ store, now, writesPerMinute }: Options): MiddlewareHandler {
  const allow = writesPerMinute > 0 ? createRateLimit(writesPerMinute) : undefined
  return async (c, next) => {
    const token = await tokenOf(c, store, now())
    c.set("token", token)
    const { headers, waitSeconds } = allow?.(token.id, now().getTime()) ?? { headers: {} }
    if (waitSeconds !== undefined)
      throw new Refused("tooOften", `This token is used more often than it may be; try again in ${waitSeconds} s.`, {
        headers: { ...headers, "Retry-After": String(waitSeconds) },
      })
    await next()
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  }
}

async function tokenOf(c: Context, store: Store, now: Date): Promise<Token> {
  const authorization = c.req.header("Authorization")
  if (authorization === undefined)
    throw new Refused("unauthenticated", "This takes a token: send it as Authorization: Bearer.", {
      headers: { "WWW-Authenticate": 'Bearer realm="newsroom"' },
    })
  const text = /^Bearer +(\S{1,200})$/i.exec(authorization.trim())?.[1]
  const token = text === undefined ? undefined : await store.readToken(text, now.toISOString())
  if (token) return token
  throw new Refused("unauthenticated", "The token is not known, is over, or has been revoked.", {
    headers: { "WWW-Authenticate": 'Bearer realm="newsroom", error="invalid_token"' },
  })
}

/** The token by which a request was let in. */
export const tokenIn = (c: Context): Token => c.get("token") as Token

/** Refuses a token that has not a scope. Throws Refused. */
export function demand({ name, scopes }: Token, scope: Scope): void {
  if (!scopes.includes(scope))
    throw new Refused("forbidden", `The token "${name}" may not do this: it lacks the scope ${scope}.`, {
      members: { scope },
      headers: { "WWW-Authenticate": `Bearer realm="newsroom", error="insufficient_scope", scope="${scope}"` },
    })
}

/** Whether a token is for items of this kind and language. */
export const isFor = ({ kinds, locales }: Token, { kind, locale }: Pick<Item, "kind" | "locale">): boolean =>
  (kinds.length === 0 || kinds.includes(kind)) && (locales.length === 0 || locales.includes(locale))

/** Refuses a token that is not for items of this kind or language. Throws Refused. */
export function demandOf({ name, kinds, locales }: Token, { kind, locale }: Pick<Item, "kind" | "locale">): void {
  if (kinds.length > 0 && !kinds.includes(kind))
    throw new Refused("forbidden", `The token "${name}" is for ${kinds.join(", ")} only, and this is ${kind}.`)
  if (locales.length > 0 && !locales.includes(locale))
    throw new Refused(
      "forbidden",
      `The token "${name}" is for items in ${locales.join(", ")} only, and this is in ${locale}.`,
    )
}
