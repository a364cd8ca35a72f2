import { formatQuery, InvalidInput, nearest } from "@pg/domain"
import { openStore, type Store, type Webhook } from "@pg/store"
import { readConfiguration } from "../../configuration.js"
import { Failure } from "../../failure.js"
import type { World } from "../../world.js"

/** Does something with the archive, and closes it. What input is wrong becomes a Failure, exit code 2. */
export async function onStore<Result>({ env }: World, act: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(readConfiguration(env).database)
  try {
    return await act(store)
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    throw new Failure(error.issues.map(wordOf).join("\n"), 2)
  } finally {
    await store.close()
  }
}

/** Does something with the webhook of a name or an id. Throws Failure where there is none. */
export const onWebhook = <Result>(
  nameOrId: string,
  world: World,
  act: (webhook: Webhook, store: Store) => Promise<Result>,
): Promise<Result> =>
  onStore(world, async (store) => {
    const webhook = await store.webhooks.find(nameOrId)
    if (webhook) return act(webhook, store)
    const names = (await store.webhooks.list()).map(({ name }) => name)
    const suggestion = nearest(nameOrId, names)
    throw new Failure(
      `There is no webhook "${nameOrId}"${suggestion === undefined ? "; newsroom webhook list says which there are." : `; did you mean ${suggestion}?`}`,
    )
  })

/** A webhook as JSON has it, with its question as a query string. */
export const toJson = (webhook: Webhook): object => ({ ...webhook, filter: formatQuery(webhook.filter) })

const wordOf = ({ path, message, suggestion }: InvalidInput["issues"][number]) =>
  `${path}: ${message}${suggestion === undefined ? "" : `; did you mean ${suggestion}?`}`
