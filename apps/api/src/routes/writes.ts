import { Hono } from "hono"
import { callers } from "../writing/caller.js"
import { auditRefusals } from "../writing/audited.js"
import type { WriteRoutesOptions } from "../writing/write-options.js"
import { auditRoutes } from "./audit.js"
import type { Filing } from "../filing/filing.js"
import { batchRoutes } from "./batch.js"
import { fileRoutes } from "./files.js"
import { itemActionRoutes, stepPath } from "./item-actions.js"
import { listingRoutes } from "./listings.js"
import { revisionRoutes } from "./revisions.js"
import { uploadRoutes } from "./uploads.js"
import { itemPath, writeItemRoutes } from "./write-items.js"

/** Everything that takes a token: what editors write, and what they read that is not public. */
export function writeRoutes(options: WriteRoutesOptions, filing: Filing | undefined): Hono {
  const routes = new Hono()
  const letIn = callers(options)
  const audit = auditRefusals(options)
  for (const [method, path] of filing ? [...writes, ...filingWrites] : writes) routes.on(method, path, audit, letIn)
  for (const path of filing ? [...readPaths, ...filingReadPaths] : readPaths) routes.get(path, letIn)
  for (const make of [batchRoutes, itemActionRoutes, writeItemRoutes, listingRoutes]) routes.route("/", make(options))
  routes.route("/", revisionRoutes(options)).route("/", auditRoutes(options))
  if (filing) routes.route("/", fileRoutes(filing)).route("/", uploadRoutes(filing))
  return routes
}

const writes = [
  ["POST", "/items"],
  ["PUT", itemPath],
  ["PATCH", itemPath],
  ["POST", stepPath],
  ["POST", "/items:batch"],
  ["POST", "/listings"],
] as const
const filingWrites = [
  ["POST", "/files"],
  ["POST", "/uploads"],
  ["PATCH", "/uploads/:id"],
  ["DELETE", "/uploads/:id"],
] as const
const readPaths = ["/items/:id/revisions", "/items/:id/revisions/*", "/drafts", "/audit"]
const filingReadPaths = ["/files/:id", "/uploads/:id"]
