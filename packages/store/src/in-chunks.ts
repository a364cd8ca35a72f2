/** Rows in portions that one statement can take: SQLite allows 32,766 values in a statement, PostgreSQL 65,535. */
export function* inChunks<Row>(rows: readonly Row[], size = 1000): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}
