/**
 * What goes with every answer: any page may read it, without credentials, and see the fields that matter; and no browser is
 * to guess what it is.
 */
export const openHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "ETag, Link, Location, Content-Location, Retry-After, X-Request-Id, RateLimit, RateLimit-Policy, Idempotency-Replayed, Deprecation, Sunset, Accept-Ranges, Content-Range, Upload-Offset, Upload-Length, Upload-Expires, Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size",
  "x-content-type-options": "nosniff",
}
