import { execFileSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, onTestFinished, test } from "vitest"
import { serve, temporaryFolder } from "./command.js"
import { type Example, examplesOf } from "./readme.js"

const examples = examplesOf(readFileSync(new URL("../../../README.md", import.meta.url), "utf8"))
const inShell = examples.filter(({ language }) => language === "sh")
const inTypeScript = examples.filter(({ language }) => language === "ts")

test("the README has examples of the API and of the models, and all of them are in a language that is tried here", () => {
  expect(inShell).not.toEqual([])
  expect(inTypeScript).not.toEqual([])
  expect(examples.filter((example) => ![...inShell, ...inTypeScript].includes(example))).toEqual([])
})

test.each(inShell)(
  "README.md:$line: each address of the example $name answers, with something found",
  async ({ code }) => {
    const { url, stop } = await serve({ cwd: temporaryFolder(), args: ["--sample"] })
    for (const path of pathsOf(code)) {
      const answer = await fetch(url + path)
      expect(answer.status, path).toBe(200)
      expect(await answer.text(), path).toMatch(/"items":\[\{|<entry[ >]|^\{"id":|"title":/)
    }
    await stop()
  },
)

test.each(inTypeScript)("README.md:$line: the example $name prints what its comments say", (example) => {
  expect(printedBy(example)).toEqual(promisedBy(example))
})

test("the examples of the API's README answer on the sample, in the format that each asks for", async () => {
  const readme = readFileSync(new URL("../../api/README.md", import.meta.url), "utf8")
  const { url, stop } = await serve({ cwd: temporaryFolder(), args: ["--sample"] })
  const curls = [...readme.matchAll(/^curl (.*?)'?http:\/\/localhost:3000(\/[^'\s]*)/gm)]
  expect(curls).not.toEqual([])
  for (const [, flags = "", path = ""] of curls) {
    const accept = /Accept: ([\w/+-]+)/.exec(flags)?.[1]
    const response = await fetch(url + path, { headers: accept === undefined ? {} : { accept } })
    expect(response.status, path).toBe(path.includes("topik") ? 422 : 200)
    expect(response.headers.get("content-type"), path).toContain(accept ?? "")
    await response.body?.cancel()
  }
  await stop()
})

/** The addresses that a shell example asks: every line of it must be a curl of the newsroom. */
function pathsOf(code: string): string[] {
  return code
    .trim()
    .split("\n")
    .map((line) => {
      const path = /^curl -s 'http:\/\/localhost:3000(\/[^']*)'(?:\s+#.*)?$/.exec(line)?.[1]
      if (path === undefined) throw new Error(`README.md has a line that no test can run: ${line}`)
      return path
    })
}

/** Runs an example where the packages resolve, by the Node of the tests. */
function printedBy({ name, code }: Example): string[] {
  const file = fileURLToPath(new URL(`../test-results/readme-${name}.mts`, import.meta.url))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, code)
  onTestFinished(() => rmSync(file))
  return execFileSync(process.execPath, [file], { encoding: "utf8" }).trimEnd().split("\n")
}

const promisedBy = ({ code }: Example): string[] =>
  [...code.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)].map((match) => match[1] ?? "")
