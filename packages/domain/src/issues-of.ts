import type { z } from "zod"
import type { InvalidIssue } from "./errors.js"
import { nearest } from "./nearest.js"
import { plainMessage } from "./plain-message.js"

/** zod's findings as ours; a field that there is not is named by its own path, with the nearest of `known`. */
export function issuesOf(error: z.ZodError, known: readonly string[]): InvalidIssue[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String).join(".")
    if (issue.code !== "unrecognized_keys") return [{ path, message: plainMessage(issue.message) }]
    return issue.keys.map((key) => {
      const suggestion = issue.path.length === 0 ? nearest(key, known) : undefined
      return {
        path: path ? `${path}.${key}` : key,
        message: "there is no such field",
        ...(suggestion !== undefined && { suggestion }),
      }
    })
  })
}
