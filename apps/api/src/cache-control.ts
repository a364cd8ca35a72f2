/**
 * How long an answer may be taken for true. Caches ask each time (`max-age=0`), which costs a 304, so that a change is seen
 * by the very next reader; one that is asked again within ten seconds may answer at once and ask behind the reader's back
 * (RFC 5861 section 3), which spares the server a crowd; and while the server fails for up to a day, what was kept is better
 * than nothing (section 4).
 */
export const cacheControl = "public, max-age=0, stale-while-revalidate=10, stale-if-error=86400"
