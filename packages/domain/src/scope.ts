/**
 * What a token may allow: to read what is not public, to write what is not public yet, to change what the public sees, and
 * to hand in files.
 */
export const scopes = ["items:read", "items:write", "items:publish", "files:write"] as const
/** One of them. */
export type Scope = (typeof scopes)[number]
