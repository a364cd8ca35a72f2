import type { Client } from "@pg/client"

/** What the pages ask of the API: a client of it, or of it no more than this. */
export type Asking = Pick<Client, "find" | "get" | "getShown" | "getRemoved" | "getRemovedById" | "history" | "preview">
