import type { Engine } from "./engine.js"
import { StoreError } from "./store-error.js"

/** Runs something on the database; its failures become StoreErrors, bugs stay what they are. */
export async function explained<T>(engine: Engine, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (cause) {
    throw explanationOf(engine, cause)
  }
}

/** The same of values that come one after the other. */
export async function* explainedEach<T>(engine: Engine, values: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  try {
    yield* values
  } catch (cause) {
    throw explanationOf(engine, cause)
  }
}

function explanationOf(engine: Engine, cause: unknown): unknown {
  const message = engine.explain(cause)
  return message === undefined ? cause : new StoreError(message, { cause })
}
