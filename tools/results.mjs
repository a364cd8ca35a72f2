import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** The files in which the suites of all packages leave their results (vitest's JSON reporter), as far as there are any. */
export const resultFiles = (root) =>
  suites(root)
    .map((folder) => join(folder, "test-results", "results.json"))
    .filter((file) => existsSync(file))

/**
 * Passed and failed tests of all suites. A test file that could not be loaded counts as a failed test, and so does a
 * suite that left no results, for a sum without it would look better than it is.
 */
export function sumResults(root) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const folder of suites(root)) {
    const file = join(folder, "test-results", "results.json")
    if (!existsSync(file)) {
      sum.failed += 1
      continue
    }
    const results = JSON.parse(readFileSync(file, "utf8"))
    const unloaded = results.testResults.filter((suite) => suite.status === "failed" && suite.assertionResults.length === 0)
    sum.passed += results.numPassedTests
    sum.failed += results.numFailedTests + unloaded.length
    sum.skipped += results.numPendingTests + results.numTodoTests
  }
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""
  return { ...sum, text: `${sum.passed} passed, ${sum.failed} failed${skipped}` }
}

/** Folders of packages that have tests. */
const suites = (root) =>
  ["packages", "apps", "."]
    .flatMap((group) => (group === "." ? [join(root, "tools")] : readdirSync(join(root, group)).map((name) => join(root, group, name))))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .filter((folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).scripts?.test !== undefined)
