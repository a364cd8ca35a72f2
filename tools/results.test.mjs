import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { clearResults, formatSum, sumResults } from "./results.mjs"

let root
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "results-"))
  mkdirSync(join(root, "apps"))
  suite("tools", {})
})
afterEach(() => rmSync(root, { recursive: true }))

const none = {
  success: true,
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
}

/** A folder with tests that left these results; without results it left none. */
function suite(folder, results) {
  mkdirSync(join(root, folder, "test-results"), { recursive: true })
  writeFileSync(join(root, folder, "package.json"), JSON.stringify({ scripts: { test: "vitest run" } }))
  if (results) writeFileSync(join(root, folder, "test-results/results.json"), JSON.stringify({ ...none, ...results }))
}

test("the tests of all suites are summed", () => {
  suite("packages/one", { numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 })
  suite("packages/two", { success: false, numPassedTests: 4, numFailedTests: 2 })
  expect(sumResults(root)).toEqual({ passed: 7, failed: 2, skipped: 2, missing: [] })
})

test("a test file that could not be loaded is a failure, though none of its tests failed", () => {
  const testResults = [{ status: "failed", assertionResults: [] }]
  suite("packages/one", { success: false, numPassedTests: 3, testResults })
  expect(sumResults(root)).toMatchObject({ passed: 3, failed: 1 })
})

test("an error outside of any test is a failure", () => {
  suite("packages/one", { success: false, numPassedTests: 3 })
  expect(sumResults(root)).toMatchObject({ passed: 3, failed: 1 })
})

test("a suite without results is named, also when an earlier run had left some", () => {
  suite("packages/one", { numPassedTests: 3 })
  clearResults(root)
  expect(sumResults(root)).toEqual({ passed: 0, failed: 0, skipped: 0, missing: ["tools", "packages/one"] })
})

test("a suite that is no part of npm test is summed by its name alone", () => {
  mkdirSync(join(root, "packages"))
  suite("apps/other", { numPassedTests: 5 })
  writeFileSync(join(root, "apps/other/package.json"), JSON.stringify({ scripts: { conformance: "vitest run" } }))
  expect(sumResults(root)).toMatchObject({ passed: 0, missing: [] })
  expect(sumResults(root, ["apps/other"])).toEqual({ passed: 5, failed: 0, skipped: 0, missing: [] })
})

test("a package without tests is not missed", () => {
  mkdirSync(join(root, "packages/one"), { recursive: true })
  writeFileSync(join(root, "packages/one/package.json"), "{}")
  expect(sumResults(root).missing).toEqual([])
})

test("the sum speaks of skipped tests where there are some", () => {
  expect(formatSum({ passed: 7, failed: 0, skipped: 0 })).toBe("7 passed, 0 failed")
  expect(formatSum({ passed: 7, failed: 1, skipped: 2 })).toBe("7 passed, 1 failed, 2 skipped")
})
