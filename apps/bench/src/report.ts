import { cpus } from "node:os"
import type { Import } from "./archive.js"
import { generator } from "./load.js"
import type { Measured, SizeResult } from "./measure.js"
import type { Writes } from "./writes.js"

/** Everything that one run of the benchmark measured. */
export type Run = {
  sizes: readonly SizeResult[]
  imported: Import
  writes: Writes
  at: string
  rounds: number
  seconds: number
  warmUp: number
}

/** The results as Markdown, for docs/benchmarks.md. */
export function report({ sizes, imported, writes, at, rounds, seconds, warmUp }: Run): string {
  const base = sizes.find(({ size }) => size === 10_000) ?? sizes[0]
  return [
    `Measured on ${at.slice(0, 10)}: ${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.version}, SQLite.`,
    `Medians of ${rounds} rounds of ${seconds} s after ${warmUp} s of warming up, ours and the limit in turn; a server has one core, what asks it (${generator}) the other.`,
    "",
    `## Against the limit, ${base?.size.toLocaleString("en")} items`,
    "",
    "| case | bytes | ours/s | limit/s | ratio | target | processor time, µs | the limit's | by that, ratio | one request, p50 ms | p99 ms |",
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |",
    ...(base?.cases ?? []).map(caseRow),
    "",
    "## As the archive grows",
    "",
    `| | ${sizes.map(({ size }) => `${size.toLocaleString("en")} items`).join(" | ")} | last to first |`,
    `| --- | ${sizes.map(() => "--:").join(" | ")} | --: |`,
    ...growthRows(sizes),
    "",
    "## Import, start, memory",
    "",
    "| | measured | target |",
    "| --- | --: | --: |",
    `| import, items/s | ${whole(imported.perSecond)} | ≥ 3,000 |`,
    `| of a bare loop of the same rows (${whole(imported.barePerSecond)}/s) | ${ratio(imported.perSecond / imported.barePerSecond)} | ≥ 0.30 |`,
    `| writes of one item each, by ${writes.writers} at once, safe on the disk, a second | ${whole(writes.perSecond)} | |`,
    `| of rows alone, one a transaction (${whole(writes.barePerSecond)}/s) | ${ratio(writes.perSecond / writes.barePerSecond)} | |`,
    `| cold start to the first answer, s | ${(base?.coldStart ?? Number.NaN).toFixed(2)} | ≤ 0.5 |`,
    `| memory after the load, MB | ${base?.memory === undefined ? "not told" : whole(base.memory)} | ≤ 150 |`,
    "",
  ].join("\n")
}

const caseRow = ({ name, bytes, ours, limit, ratio: reached, target, p50, p99 }: Measured) =>
  `| ${name} | ${whole(bytes)} | ${whole(ours.perSecond)} | ${whole(limit.perSecond)} | ${ratio(reached)}${reached < target ? " (missed)" : ""} | ${target === 0 ? "" : ratio(target)} | ${spent(ours)} | ${spent(limit)} | ${ratio((limit.processorTime ?? Number.NaN) / (ours.processorTime ?? Number.NaN))} | ${p50.toFixed(2)} | ${p99.toFixed(2)} |`

function growthRows(sizes: readonly SizeResult[]): string[] {
  const row = (name: string, write: (number: number) => string, read: (size: SizeResult) => number) => {
    const numbers = sizes.map(read)
    const growth = (numbers.at(-1) ?? Number.NaN) / (numbers[0] ?? Number.NaN)
    return `| ${[name, ...numbers.map(write), ratio(growth)].join(" | ")} |`
  }
  const names = sizes[0]?.cases.map(({ name }) => name) ?? []
  return [
    ...names.map((name) =>
      row(`${name}, p50 ms`, ratio, ({ cases }) => cases.find((one) => one.name === name)?.p50 ?? Number.NaN),
    ),
    row("a rare word, p50 ms (≤ 5)", ratio, ({ rareWord }) => rareWord),
    row("a word in a third of the items, p50 ms (≤ 50)", ratio, ({ commonWord }) => commonWord),
    row("cold start, s", ratio, ({ coldStart }) => coldStart),
    row("memory after the load, MB", whole, ({ memory }) => memory ?? Number.NaN),
  ]
}

const spent = ({ processorTime }: Measured["ours"]) => (processorTime === undefined ? "–" : whole(processorTime))

const whole = (number: number) => Math.round(number).toLocaleString("en")

const ratio = (number: number) => number.toFixed(2)
