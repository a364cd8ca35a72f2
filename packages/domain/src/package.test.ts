import { readFileSync } from "node:fs"
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

test("the public names are these; taking one away is a breaking change", () => {
  const exported = (file: string): string[] =>
    [...readFileSync(`${here}${file}`, "utf8").matchAll(/export (?:type )?\{([^}]*)\}/g)]
      .flatMap(([, names = ""]) => names.split(",").map((name) => name.trim()))
      .filter((name) => name !== "")
      .toSorted()
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
