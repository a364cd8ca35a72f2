import { Hono } from "hono"
import { callers } from "../writing/caller.js"
import { auditRefusals } from "../writing/audited.js"
import type { WriteRoutesOptions } from "../writing/write-options.js"
import { auditRoutes } from "./audit.js"
import type { Filing } from "../filing/filing.js"
import { batchRoutes } from "./batch.js"
import { fileRoutes } from "./files.js"
import { itemActionRoutes } from "./item-actions.js"
import { listingRoutes } from "./listings.js"
import { revisionRoutes } from "./revisions.js"
import { uploadRoutes } from "./uploads.js"
import { writeItemRoutes } from "./write-items.js"

/** Everything that takes a token: what editors write, and what they read that is not public. */
export function writeRoutes(options: WriteRoutesOptions, filing: Filing | undefined): Hono {
  const routes = new Hono()
  const letIn = callers(options)
  const audit = auditRefusals(options)
  for (const path of writePaths) routes.on(["PUT", "PATCH", "POST", "DELETE"], path, audit, letIn)
  for (const path of readPaths) routes.get(path, letIn)
  for (const make of [batchRoutes, itemActionRoutes, writeItemRoutes, listingRoutes]) routes.route("/", make(options))
  routes.route("/", revisionRoutes(options)).route("/", auditRoutes(options))
  if (filing) routes.route("/", fileRoutes(filing)).route("/", uploadRoutes(filing))
  return routes
}

const writePaths = ["/items", "/items/:id", "/items:batch", "/listings", "/files", "/uploads", "/uploads/:id"]
const readPaths = ["/items/:id/revisions", "/items/:id/revisions/*", "/drafts", "/audit", "/files/:id", "/uploads/:id"]
