import type { Context, MiddlewareHandler } from "hono"

/**
 * What a browser is told to refuse, on every answer. No page has a script, so none may run; style comes from our own
 * file; pictures may stand elsewhere, because items name them by their address; forms only ask this site.
 */
export const secure: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.get(isSecure) === true) return
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value)
}

/** Says of an answer that it was made with `securityHeaders`. */
export const markSecure = (c: Context): void => c.set(isSecure, true)

const isSecure = "isSecure"

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' https:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
]

/** The header fields that tell it. */
export const securityHeaders = {
  "Content-Security-Policy": policy.join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
}
