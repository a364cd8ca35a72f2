import type { Engine } from "../engine.js"
import { explained } from "../explained.js"
import type { Wrote } from "../put.js"
import type { Recalled, Remembered } from "../remembered.js"
import type { Db } from "../schema.js"
import { rememberWords } from "../search/words.js"
import type { Tail } from "../tail.js"

/** A database that is open, and the ways in which all that a store can do uses it; each throws StoreError. */
export type Opened = {
  engine: Engine
  tail: Tail
  read: <Result>(run: (db: Db) => Promise<Result>) => Promise<Result>
  /** What adds lines to the log, in a transaction; whoever listens is told of them. */
  write: <Result extends Wrote>(run: (trx: Db) => Promise<Result>) => Promise<Result>
  /** What stands beside the log, of which nothing is made, in a transaction. */
  writeBeside: <Result>(run: (trx: Db) => Promise<Result>) => Promise<Result>
  /** What is remembered until the log grows. */
  recallNow: () => Promise<Recalled>
}

type Parts = { engine: Engine; tail: Tail; writer: Db; reader: Db; remembered: Remembered }

/** The ways to use a database by its connections. */
export function openedOf({ engine, tail, writer, reader, remembered }: Parts): Opened {
  return {
    engine,
    tail,
    read: (run) => explained(engine, () => run(reader)),
    write: async (run) => {
      const result = await explained(engine, () => writer.transaction().execute(run))
      if (result.seq !== undefined) tail.wrote(result.seq)
      if (result.words !== undefined) rememberWords(writer, result.words)
      return result
    },
    writeBeside: (run) => explained(engine, () => writer.transaction().execute(run)),
    recallNow: async () => {
      const seq = await tail.seq()
      return (name, find) => remembered(seq, name, find)
    },
  }
}
