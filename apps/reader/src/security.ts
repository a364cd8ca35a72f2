import type { MiddlewareHandler } from "hono"

/**
 * What a browser is told to refuse, on every answer. Where a page has no script none may run; style and fonts come from our own
 * files; pictures may stand elsewhere, because items name them by their address; forms only ask this site. So does what else
 * asks in the name of a page: scripts, and tools of a browser that look at robots.txt.
 */
export const secure: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.headers.has("content-security-policy")) return
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value)
}

const policyOf = (...scripts: string[]) =>
  [
    "default-src 'none'",
    ...scripts,
    "style-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "img-src 'self' https:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ")

/** The header fields that tell it, by names in lower case. */
export const securityHeaders = {
  "content-security-policy": policyOf(),
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
}

/** The same for a page that has a script: one of our own files. */
export const securityHeadersWithScript = {
  ...securityHeaders,
  "content-security-policy": policyOf("script-src 'self'"),
}
