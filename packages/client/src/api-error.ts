import type { Problem } from "./problem.js"

/**
 * Thrown when the API does not give what was asked for. `status` is that of its answer, undefined where none came;
 * `problem` is what the answer said (RFC 9457), where it said so. `cause` is what failed underneath.
 */
export class ApiError extends Error {
  override readonly name = "ApiError"
  readonly status: number | undefined
  readonly problem: Problem | undefined

  constructor(message: string, about: { status?: number; problem?: Problem | undefined; cause?: unknown } = {}) {
    super(message, "cause" in about ? { cause: about.cause } : undefined)
    this.status = about.status
    this.problem = about.problem
  }
}
