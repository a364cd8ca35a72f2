import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { kinds, parseItem } from "./item.js"

const folder = (kind: string) => new URL(`../fixtures/${kind}/`, import.meta.url)

for (const { name } of kinds)
  for (const file of readdirSync(folder(name)))
    test(`the example ${name}/${file} is a whole item of its kind, and reading it twice changes nothing`, () => {
      const item = parseItem(JSON.parse(readFileSync(new URL(file, folder(name)), "utf8")))
      expect(item.kind).toBe(name)
      expect(parseItem(JSON.parse(JSON.stringify(item)))).toEqual(item)
    })
