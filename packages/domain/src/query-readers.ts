import type { InvalidIssue } from "./errors.js"
import { nearest } from "./nearest.js"
import { toSlug } from "./values/to-slug.js"

/** Reads one value of a parameter into the question that is being made; what is wrong goes to `issues`. */
export type Reader = (name: string, value: string, query: Record<string, unknown>, issues: InvalidIssue[]) => void

/** What is read of one value, or what is wrong with it. */
export type Read<Value = unknown> = { value: Value } | { message: string; suggestion?: string | undefined }

/** A parameter that may be given only once. */
export const once =
  (readOne: (value: string) => Read): Reader =>
  (name, value, query, issues) => {
    const result = readOne(value)
    if ("message" in result) issues.push(problem(name, result.message, result.suggestion))
    else if (query[name] !== undefined) issues.push(problem(name, "must be given only once"))
    else query[name] = result.value
  }

/** A parameter that has several values, whether it repeats or has commas. */
export const list =
  (readOne: (value: string) => Read<string>): Reader =>
  (name, value, query, issues) => {
    const values = (query[name] ?? []) as string[]
    for (const part of value.split(",").map((word) => word.trim())) {
      if (part === "") continue
      const result = readOne(part)
      if ("message" in result) issues.push(problem(name, result.message, result.suggestion))
      else if (!values.includes(result.value)) values.push(result.value)
    }
    if (values.length > 0) query[name] = values
    if (values.length > mostValues) issues.push(problem(name, `must have at most ${mostValues} values`))
  }

/** One of the words that there are. */
export const oneOf =
  (words: readonly string[]) =>
  (value: string): Read<string> =>
    words.includes(value)
      ? { value }
      : { message: `${shown(value)} is none of ${words.join(", ")}`, suggestion: nearest(value.slice(0, 60), words) }

/** A text of one form, brought into its canonical spelling first. */
export const matching =
  (pattern: RegExp, example: string, canonical = (value: string) => value) =>
  (value: string): Read<string> =>
    pattern.test(canonical(value))
      ? { value: canonical(value) }
      : { message: `${shown(value)} is not of the form of ${example}` }

/** A term of a vocabulary, or a name, as a slug. */
export const slug = (value: string): Read<string> => {
  const lower = value.toLowerCase()
  return lower !== "" && toSlug(lower) === lower
    ? { value: lower }
    : { message: `${shown(value)} is not of the form of drug-policy`, suggestion: toSlug(value) || undefined }
}

/** What is wrong with a parameter, as InvalidInput has it. */
export const problem = (path: string, message: string, suggestion?: string): InvalidIssue => ({
  path,
  message,
  ...(suggestion !== undefined && { suggestion }),
})

const mostValues = 50
/** A value within a sentence, as far as it is worth telling. */
export const shown = (value: string) => `"${value.slice(0, 60)}"`
