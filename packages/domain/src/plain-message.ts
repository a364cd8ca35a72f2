/**
 * What zod says of a value, as one would say it to whoever wrote it. What is worded already stays as it is.
 */
export function plainMessage(message: string): string {
  for (const [pattern, words] of sentences) {
    const found = pattern.exec(message)
    if (found) return words(found[1] ?? "", found[2] ?? "")
  }
  return message
}

const sentences: [RegExp, (one: string, other: string) => string][] = [
  [/^Invalid input: expected .*, received undefined$/, () => "is missing"],
  [
    /^Invalid input: expected (\w+), received (\w+)$/,
    (one, other) => `must be ${nameOf(one)}, and is ${nameOf(other)}`,
  ],
  [
    /^Invalid option: expected one of (.*)$/,
    (all) => `must be one of ${all.replaceAll('"', "").replaceAll("|", ", ")}`,
  ],
  [/^Invalid ISO datetime$/, () => "must be an instant with its offset, as in 2021-08-31T09:00:00Z"],
  [/^Invalid UUID$/, () => "must be a UUID in lower case"],
  [/^Too small: expected number to be >=?(-?\d+)$/, (least) => `must be at least ${least}`],
  [/^Too big: expected number to be <=?(-?\d+)$/, (most) => `must be at most ${most}`],
  [/^Too small: expected string to have >=?(\d+) characters$/, (least) => `must have at least ${least} characters`],
  [/^Too big: expected string to have <=?(\d+) characters$/, (most) => `must have at most ${most} characters`],
  [
    /^Too small: expected array to have >=?(\d+) items$/,
    (least) => `must have at least ${least} ${least === "1" ? "entry" : "entries"}`,
  ],
  [/^Too big: expected array to have <=?(\d+) items$/, (most) => `must have at most ${most} entries`],
]

const names: Record<string, string> = {
  string: "text",
  array: "a list",
  object: "an object",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
}
const nameOf = (type: string) => names[type] ?? type
