import { Kysely } from "kysely"
import { readAtOnce } from "./at-once.js"
import { engineOf } from "./dialect.js"
import type { Engine } from "./engine.js"
import { explained } from "./explained.js"
import { openFacets } from "./facets.js"
import { lastSeq } from "./log.js"
import { migrate, refuseForeign } from "./migrate.js"
import { type OnRebuild, rebuild } from "./rebuild.js"
import { remember } from "./remembered.js"
import type { Database, Db } from "./schema.js"
import { readSettings, type Settings } from "./settings.js"
import { type Signer, signerOf } from "./sign.js"
import { StoreError } from "./store-error.js"
import { type Desk, deskOf } from "./store/desk.js"
import { type Filing, filingOf } from "./store/filing.js"
import { type Finding, findingOf } from "./store/finding.js"
import { openedOf } from "./store/opened.js"
import { type Telling, tellingOf } from "./store/telling.js"
import { type Writing, writingOf } from "./store/writing.js"
import { type Webhooks, webhooksOf } from "./webhooks/store.js"

/** Items kept and found. Every function throws StoreError when the database cannot be used. */
export type Store = Writing &
  Desk &
  Filing &
  Finding &
  Telling &
  Signer & {
    /** Who is told of changes, and what came of it. */
    webhooks: Webhooks
    close(): Promise<void>
  }

/**
 * `lockTimeout` is how long, in milliseconds, to wait for another program that writes; 5000 where it is absent. `onRebuild`
 * is told how far it has come, in lines of the log, where all that is made from the log has to be made anew.
 */
export type OpenOptions = { lockTimeout?: number; onRebuild?: OnRebuild }

/**
 * Opens the database of a URL, `sqlite:./data/newsroom.db` or `postgres://user:password@host:5432/name`, makes it where
 * it is an SQLite file that is not there, and brings its tables up to date. Throws StoreError.
 */
export async function openStore(url: string, { lockTimeout = 5000, onRebuild }: OpenOptions = {}): Promise<Store> {
  const engine = await engineOf(url, lockTimeout)
  const { write, read } = engine.dialects
  const writer = new Kysely<Database>({ dialect: write })
  try {
    const settings = await explained(engine, async () => {
      await refuseForeign(writer, engine)
      engine.tune()
      await migrate(writer, engine)
      await rebuild(writer, engine, onRebuild)
      return readSettings(writer)
    })
    const reader = read === write ? writer : new Kysely<Database>({ dialect: read })
    if (engine.readAtOnce) readAtOnce(reader, engine.readAtOnce)
    return storeOf(engine, writer, reader, settings)
  } catch (cause) {
    await writer.destroy()
    throw isOfDriver(cause) ? new StoreError(`${engine.name} cannot be opened: ${cause.message}.`, { cause }) : cause
  }
}

function storeOf(engine: Engine, writer: Db, reader: Db, { secret, canonicalAfter }: Settings): Store {
  const remembered = remember()
  const signer = signerOf(secret)
  const tail = engine.tail(() => lastSeq(reader))
  const opened = openedOf({ engine, tail, writer, reader, remembered })
  const catalogue = { db: reader, engine, signer, seq: tail.seq, remembered, facets: openFacets(reader) }
  return {
    ...writingOf(opened, writer),
    ...deskOf(opened),
    ...filingOf(opened),
    ...findingOf(opened, catalogue, canonicalAfter),
    ...tellingOf(opened, reader),
    ...signer,
    webhooks: webhooksOf(engine, writer, reader),
    close: async () => {
      await tail.close()
      await writer.destroy()
      if (reader !== writer) await reader.destroy()
    },
  }
}

/** Whether a failure comes from a database's driver or from the network, and is no bug and not explained yet. */
const isOfDriver = (error: unknown): error is Error => error instanceof Error && "code" in error
