import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { parseDateline } from "./parse-dateline.js"

const rows = (file: string) =>
  readFileSync(new URL(`../../domain/vectors/dateline/${file}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("#"))
    .map((row) => row.split("\t") as [string, ...string[]])

test.each(rows("valid"))("“%s” says %s", (line, expected = "") => {
  const { problem, ...said } = parseDateline(line) ?? {}
  expect({ ...said, ...(problem !== undefined && { problem: "-" }) }).toEqual(JSON.parse(expected))
})

test.each(rows("invalid"))("“%s” only looks like a dateline", (line) => {
  expect(parseDateline(line)).toBeUndefined()
})
