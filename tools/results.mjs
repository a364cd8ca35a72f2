import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"

/** Removes what earlier runs left, so that no suite which fails to start is counted by its last success. */
export function clearResults(root, suites = tested(root)) {
  for (const suite of suites) rmSync(resultsOf(root, suite), { force: true })
}

/**
 * Tests that passed, failed and were skipped, over all suites or those that are named (vitest's JSON reporter), and the
 * suites that left no results. A test file that could not be loaded counts as a failed test, and so does an error outside of any test.
 */
export function sumResults(root, suites = tested(root)) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  const left = suites.filter((suite) => existsSync(resultsOf(root, suite)))
  for (const suite of left) {
    const results = JSON.parse(readFileSync(resultsOf(root, suite), "utf8"))
    const unloaded = results.testResults.filter((it) => it.status === "failed" && it.assertionResults.length === 0)
    const failed = results.numFailedTests + unloaded.length
    sum.passed += results.numPassedTests
    sum.failed += failed === 0 && !results.success ? 1 : failed
    sum.skipped += results.numPendingTests + results.numTodoTests
  }
  return { ...sum, missing: suites.filter((suite) => !left.includes(suite)) }
}

/** The last line of `npm test` and of `npm run conformance`. */
export const formatSum = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`

const resultsOf = (root, suite) => join(root, suite, "test-results", "results.json")

/** Folders that `npm test` tests: the packages with a script for it, and these tools. */
function tested(root) {
  const packages = ["packages", "apps"].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name)),
  )
  return ["tools", ...packages.filter((folder) => hasTests(join(root, folder, "package.json")))]
}

const hasTests = (file) => existsSync(file) && JSON.parse(readFileSync(file, "utf8")).scripts?.test !== undefined
