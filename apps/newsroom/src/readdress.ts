import { parseItem, type Item, stateAfter } from "@pg/domain"
import type { Store } from "@pg/store"

/** What is changed of addresses, at which instant; `isTrial` where nothing is to be written. */
type Readdressing = { from: string; to: string; at: () => string; isTrial: boolean }

/**
 * Gives items that name files at a former address of this newsroom the present one, each by a minor revision of its own: the log
 * says when an item's links changed, and whoever follows it is told. What is removed or merged stays as it was. Gives the ids.
 */
export async function readdress(store: Store, { from, to, at, isTrial }: Readdressing): Promise<string[]> {
  const address = new RegExp(`${from.replace(/[.[\]]/g, "\\$&")}(?=/files/[0-9a-f]{64}(?![0-9a-f]))`, "g")
  const moved = (item: Item): Item => parseItem(JSON.parse(JSON.stringify(item).replace(address, to)))
  const naming = await itemsNaming(store, address)
  const change = { at: at(), by: "newsroom files readdress", action: "edit", updateType: "minor" } as const
  for (const id of naming)
    await store.revise(
      id,
      (current) => {
        if (!current) throw new Error(`${id} is in the log, and is not there`)
        return { item: moved(current.item), change }
      },
      { isTrial },
    )
  return naming
}

/** Those that may be edited whose last revision names such an address. */
async function itemsNaming(store: Store, address: RegExp): Promise<string[]> {
  const naming = new Set<string>()
  for (let since: number | undefined = 0; since !== undefined; ) {
    const lines = await store.changes(since, 500)
    for (const { itemId, item, state } of lines) {
      const isNaming = JSON.stringify(item).search(address) !== -1
      if (isNaming && stateAfter(state, "edit") !== undefined) naming.add(itemId)
      else naming.delete(itemId)
    }
    since = lines.at(-1)?.seq
  }
  return [...naming]
}
