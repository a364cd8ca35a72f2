import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { expect, test } from "vitest"

const here = fileURLToPath(new URL(".", import.meta.url))

const bundle = async (contents: string) => {
  const result = await build({
    stdin: { contents, resolveDir: here, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    metafile: true,
    conditions: ["@pg/source"],
  })
  return { inputs: Object.keys(result.metafile.inputs), gzipped: gzipSync(result.outputFiles[0]!.contents).length }
}

const exported = (file: string): string[] =>
  [...readFileSync(`${here}${file}`, "utf8").matchAll(/export (?:type )?\{([^}]*)\}/g)]
    .flatMap(([, names = ""]) => names.split(",").map((name) => name.trim().replace(/^type /, "")))
    .filter((name) => name !== "")
    .toSorted()

test("the public names are these; taking one away is a breaking change", () => {
  expect({ "@pg/domain": exported("index.ts"), "@pg/domain/dates": exported("dates.ts") }).toMatchSnapshot()
})

test("a browser that prints a date loads at most 3 kB for it, and no zod", async () => {
  const { inputs, gzipped } = await bundle(
    'import { formatWhen } from "@pg/domain/dates"; console.log(formatWhen({ start: "2021-06-15" }, "fr"))',
  )
  expect(inputs.filter((path) => path.includes("zod"))).toEqual([])
  expect(gzipped).toBeLessThanOrEqual(3 * 1024)
})

test("a browser that knows only the types loads nothing for them", async () => {
  const { inputs } = await bundle('import type { Event } from "@pg/domain"; console.log({} as Event)')
  expect(inputs).toEqual(["<stdin>"])
})

test("the README has a place for each public name", () => {
  const readme = readFileSync(`${here}../README.md`, "utf8")
  const headings = readme
    .split("\n")
    .filter((line) => line.startsWith("### "))
    .join()
  expect(
    [...exported("index.ts"), ...exported("dates.ts")].filter((name) => !headings.includes(`\`${name}\``)),
  ).toEqual([])
})

test("every export says in a sentence what it is", () => {
  const files = readdirSync(here, { recursive: true, encoding: "utf8" }).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const silent = files.flatMap((file) =>
    readFileSync(`${here}${file}`, "utf8")
      .split("\n")
      .flatMap((line, at, lines) => {
        const name = /^export (?:const|function|class|type) (\w+)/.exec(line)?.[1]
        const isSaid = lines[at - 1]?.endsWith("*/") || line.includes(`= z.infer<typeof ${name}>`)
        return name && !isSaid ? [`${file}: ${name}`] : []
      }),
  )
  expect(silent).toEqual([])
})
