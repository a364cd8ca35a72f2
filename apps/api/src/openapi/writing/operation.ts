import type { Scope } from "@pg/domain"
import { schemaRef } from "../component-schemas.js"
import type { Method, tags } from "../operation.js"
import type { Parameter } from "../parameters.js"

/** Media types and what is sent or given as each. */
export type Bodies = Record<string, { schema: object; example?: unknown }>

/** What is answered where all went well. */
export type Success = { description: string; headers: readonly string[]; content: Bodies }

/**
 * One thing that can be asked of the API by a method of its own, most of them with a token. `scope` is what the token must
 * allow, absent where none is asked for; `failures` the problems that may come instead, beside those that every address may
 * have. `example` is what a line for the shell says: an address, header fields by name.
 */
export type WriteOperation = {
  path: string
  method: Method
  id: string
  tag: keyof typeof tags
  summary: string
  description: string
  scope?: Scope
  parameters: Parameter[]
  body?: { required: boolean; content: Bodies }
  successes: Record<number, Success>
  failures: readonly number[]
  /** Which problems these are, by status, where they are not those of items. */
  refusals?: Record<number, string>
  example: { path: string; headers?: Record<string, string>; mediaType?: string; file?: string }
}

/** An answer of JSON, of a schema by its name. */
export const json = (name: string): Bodies => ({ "application/json": { schema: schemaRef(name) } })

/** What was written, and where it is now. */
export const written = (
  description: string,
  headers: readonly string[] = ["ETag", "Content-Location", "Idempotency-Replayed"],
): Success => ({ description, headers, content: json("Written") })

/** What is read by whoever has a token. */
export const told = (name: string, description: string, headers: readonly string[] = []): Success => ({
  description,
  headers,
  content: json(name),
})
