import type { SqliteStatement } from "kysely"

/**
 * A statement that is run for each row, where what it is given are rows and not a row's values. In SQLite a statement of
 * many rows is the slower: it keeps a journal, so that it can be undone by itself, and at the beginning of each FTS5 writes
 * out all that it holds back until the transaction's end.
 */
export function runEach(statement: SqliteStatement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters),
    iterate: (parameters) => statement.iterate(parameters),
    run: (parameters) => {
      if (!areRows(parameters)) return statement.run(parameters)
      for (const row of parameters) statement.run(row)
      return { changes: parameters.length, lastInsertRowid: 0 }
    },
  }
}

/** No value of SQLite is a list. */
const areRows = (parameters: readonly unknown[]): parameters is readonly unknown[][] => Array.isArray(parameters[0])
