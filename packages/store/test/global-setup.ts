import type { TestProject } from "vitest/node"
import { startPostgres } from "./postgres.js"

declare module "vitest" {
  interface ProvidedContext {
    /** The database `postgres` of the server that all test files share. */
    postgresUrl: string
  }
}

/** One PostgreSQL server for all test files; what it gives back stops it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide("postgresUrl", server.url)
  return server.stop
}
