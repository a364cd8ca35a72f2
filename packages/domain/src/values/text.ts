import * as z from "zod"

/** One line of text with something to read in it: trimmed, no control characters, at most `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\s](?:[^\p{Cc}]*[^\p{Cc}\s])?$/u, "must be one line with no space at its ends")

/** Several lines of text: the same, with line feeds and tabs. */
export const lines = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^(?:[^\p{Cc}]|[\n\t])*\S(?:[^\p{Cc}]|[\n\t])*$/u, "must be text, with no control characters")
