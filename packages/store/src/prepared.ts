import type { CompiledQuery, RawBuilder } from "kysely"
import { rowsOf } from "./at-once.js"
import type { Db } from "./schema.js"

/**
 * A question to the database that is asked often: its SQL is put together at the first time and kept, because that costs
 * more than a small answer does; once for each number of parameters. These stand in the SQL in the order in which they are
 * given, each once.
 */
export function prepared<Parameters extends readonly unknown[], Row>(
  build: (...parameters: Parameters) => RawBuilder<Row>,
): (db: Db, ...parameters: Parameters) => Promise<Row[]> {
  const known = new WeakMap<Db, Map<number, CompiledQuery<Row>>>()
  return async (db, ...parameters) => {
    const ofDb = known.get(db) ?? new Map<number, CompiledQuery<Row>>()
    const query = ofDb.get(parameters.length) ?? inOrder(build(...parameters).compile(db), parameters)
    known.set(db, ofDb.set(parameters.length, query))
    return rowsOf(db, query, parameters)
  }
}

function inOrder<Row>(query: CompiledQuery<Row>, parameters: readonly unknown[]): CompiledQuery<Row> {
  const isSame = query.parameters.length === parameters.length
  if (isSame && query.parameters.every((value, index) => value === parameters[index])) return query
  throw new Error(`the parameters of "${query.sql.trim()}" do not stand in it in their order, each once`)
}
