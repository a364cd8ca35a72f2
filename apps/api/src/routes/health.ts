import type { Store } from "@pg/store"
import { Hono } from "hono"
import { type ReportError, unavailable } from "../problem.js"

/** `/healthz`: the process is alive. `/readyz`: the store answers, so that requests may be sent here. */
export function healthRoutes({ store, reportError }: { store: Store; reportError: ReportError }): Hono {
  const routes = new Hono()
  routes.get("/healthz", (c) => c.json({ status: "alive" }, { headers: uncached }))
  routes.get("/readyz", async (c) => {
    try {
      return c.json({ status: "ready", seq: await store.publicSeq() }, { headers: uncached })
    } catch (error) {
      reportError(error, { requestId: c.get("requestId"), method: c.req.method, path: c.req.path })
      return unavailable(c)
    }
  })
  return routes
}

const uncached = { "Cache-Control": "no-store" }
