/**
 * What goes with every answer: any page may read it, without credentials, and see the fields that matter; and no browser is
 * to guess what it is.
 */
export const openHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "ETag, Link, Location, Content-Location, Retry-After, X-Request-Id, RateLimit, RateLimit-Policy, Idempotency-Replayed, Deprecation, Sunset",
  "x-content-type-options": "nosniff",
}

/** The same where there are further fields that a page may want to see. */
export const openHeadersWith = (...fields: string[]): typeof openHeaders => ({
  ...openHeaders,
  "access-control-expose-headers": [openHeaders["access-control-expose-headers"], ...fields].join(", "),
})
