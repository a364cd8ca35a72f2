import { stripVTControlCharacters } from "node:util"
import type { Reporter, TestCase } from "vitest/node"

/** Prints a line for each check when it is over: what it is, what it did with which figures, or why it failed. */
export const lineByLine: Reporter = {
  onTestCaseResult: (check) => say(lineOf(check)),
  onTestModuleEnd: (module) => module.errors().forEach(({ message }) => say(`✗ ${module.moduleId}: ${message}`)),
  onTestRunEnd: (_, unhandled) => unhandled.forEach(({ message, stack }) => say(`✗ ${stack ?? message}`)),
}

function lineOf(check: TestCase): string {
  const { state, errors } = check.result()
  if (state === "passed") return `✓ ${check.name}: ${check.meta().did ?? "passed"}`
  const why = errors?.map(({ message, diff }) => [message, diff].filter(Boolean).join("\n")).join("\n")
  return `✗ ${check.name}: ${why ?? state}`
}

function say(line: string): void {
  process.stdout.write(`${process.stdout.isTTY ? line : stripVTControlCharacters(line)}\n`)
}

declare module "vitest" {
  interface TaskMeta {
    /** What a check did, with figures. */
    did?: string
  }
}
