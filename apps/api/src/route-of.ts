import type { Context } from "hono"
import { routePath } from "hono/route"

/** The pattern of the address that a request met, without what its parts must look like: `/api/v1/items/:id`. */
export const routeOf = (c: Context): string => routePath(c).replace(/\{[^}]*\}/g, "")
