import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Command, InvalidArgumentError } from "commander"
import { archiveOf, measureImport } from "./archive.js"
import { measureSize, type SizeResult } from "./measure.js"
import { picture } from "./picture.js"
import { report, type Run } from "./report.js"
import { measureWrites } from "./writes.js"

const number = (text: string): number => {
  if (!/^\d+$/.test(text) || Number(text) < 1) throw new InvalidArgumentError("must be a whole number from 1.")
  return Number(text)
}

await new Command("bench")
  .description(
    "Measures the newsroom against a bare server that sends the same bytes, and how it grows with the archive.",
  )
  .option(
    "--sizes <list>",
    "archives to measure, in items",
    (text) => text.split(",").map(number),
    [1000, 10_000, 100_000, 1_000_000],
  )
  .option("--rounds <n>", "rounds of each case", number, 3)
  .option("--seconds <n>", "seconds of each round", number, 3)
  .option("--warm-up <n>", "seconds of load on each server before its rounds", number, 8)
  .option("--import <n>", "items to import", number, 20_000)
  .option("--folder <path>", "where archives are kept from run to run", "data/bench")
  .option("--write <folder>", "write benchmarks.json and the picture benchmarks.svg there")
  .action(run)
  .parseAsync()

type Options = {
  sizes: number[]
  rounds: number
  seconds: number
  warmUp: number
  import: number
  folder: string
  write?: string
}

async function run({ sizes, rounds, seconds, warmUp, import: imports, folder, write }: Options): Promise<void> {
  const say = (text: string) => void process.stderr.write(`\r${text.padEnd(70)}`)
  mkdirSync(folder, { recursive: true })
  say("import")
  const imported = await measureImport(folder, imports)
  say("writes")
  const writes = await measureWrites(folder, 2000)
  const results: SizeResult[] = []
  for (const size of sizes) {
    const file = await archiveOf(folder, size, (text) => say(`making an archive: ${text}`))
    results.push(await measureSize({ size, file, folder, rounds, seconds, warmUp, say }))
  }
  say("")
  const done: Run = { sizes: results, imported, writes, at: new Date().toISOString(), rounds, seconds, warmUp }
  process.stdout.write(`\n${report(done)}`)
  const shown = results.find(({ size }) => size === 10_000) ?? results[0]
  if (write === undefined || !shown) return
  writeFileSync(join(write, "benchmarks.json"), `${JSON.stringify(done, undefined, 2)}\n`)
  writeFileSync(join(write, "benchmarks.svg"), picture(shown))
}
