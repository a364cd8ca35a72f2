import { globSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type Item, parseItem } from "@pg/domain"

const folder = fileURLToPath(new URL("../../domain/fixtures/", import.meta.url))

/** The names of all examples of the domain, as in `news/dated`, in order. */
export const exampleNames: readonly string[] = globSync("*/*.json", { cwd: folder })
  .map((path) => path.replace(/\.json$/, ""))
  .toSorted()

/** An example of the domain. */
export const exampleOf = (name: string): Item => parseItem(JSON.parse(readFileSync(`${folder}${name}.json`, "utf8")))
