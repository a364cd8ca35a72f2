import type { Row } from "./rows-of.js"

/** Where two tables differ: a row that only one has, or a column in which two rows of one key do. */
export type Difference =
  | { what: "missing"; row: Row }
  | { what: "extra"; row: Row }
  | { what: "other"; row: Row; column: string; expected: string; found: string }

type Rows = AsyncIterable<Row>

/** Two tables side by side, both in the order of their keys: `found` as it is, `expected` as it should be. */
export async function* compareRows(
  expected: Rows,
  found: Rows,
  keys: readonly string[],
): AsyncGenerator<Difference, void, undefined> {
  const [left, right] = [expected[Symbol.asyncIterator](), found[Symbol.asyncIterator]()]
  try {
    let [want, have] = [await left.next(), await right.next()]
    while (!want.done || !have.done) {
      const order = want.done ? 1 : have.done ? -1 : compareKeys(want.value, have.value, keys)
      if (order === 0) yield* columnsThatDiffer(want.value as Row, have.value as Row)
      else if (order < 0) yield { what: "missing", row: want.value as Row }
      else yield { what: "extra", row: have.value as Row }
      if (order <= 0) want = await left.next()
      if (order >= 0) have = await right.next()
    }
  } finally {
    await Promise.all([left.return?.(), right.return?.()])
  }
}

function* columnsThatDiffer(want: Row, have: Row): Generator<Difference> {
  for (const column of Object.keys(want)) {
    const [expected, found] = [shown(want[column]), shown(have[column])]
    if (expected !== found) yield { what: "other", row: want, column, expected, found }
  }
}

/** The driver of PostgreSQL gives large whole numbers as text. */
const shown = (value: Row[string] | undefined) =>
  value === null || value === undefined ? "nothing" : JSON.stringify(String(value))

function compareKeys(want: Row, have: Row, keys: readonly string[]): number {
  for (const key of keys) {
    const order = compareValues(want[key] ?? null, have[key] ?? null)
    if (order !== 0) return order
  }
  return 0
}

/** As both databases do it: numbers by their value, texts by their bytes in UTF-8. */
function compareValues(want: Row[string], have: Row[string]): number {
  if (want === have) return 0
  if (typeof want === "number") return want - Number(have)
  return Buffer.compare(Buffer.from(String(want)), Buffer.from(String(have)))
}
