import { Id, InvalidInput } from "@pg/domain"
import { Hono } from "hono"
import { refuseOthers } from "../read-query.js"
import { answerPrivately } from "../writing/answers.js"
import { demand, tokenIn } from "../writing/caller.js"
import { Refused } from "../writing/refused.js"
import { numberIn } from "../writing/number-in.js"
import type { WriteRoutesOptions } from "../writing/write-options.js"

/** Who wrote, or tried to, newest first: `/audit?item={id}`. */
export function auditRoutes({ store }: Pick<WriteRoutesOptions, "store">): Hono {
  return new Hono().get("/audit", async (c) => {
    const { name, kinds, locales } = tokenIn(c)
    demand(tokenIn(c), "items:read")
    if (kinds.length + locales.length > 0)
      throw new Refused("forbidden", `The token "${name}" is for some items only, and the audit log is of all.`)
    const search = new URL(c.req.url).searchParams
    refuseOthers(search, ["item", "cursor", "limit"])
    const limit = numberIn(search, "limit", 1, 100) ?? 100
    const item = search.get("item")
    if (item !== null && !Id.safeParse(item).success)
      throw new InvalidInput([{ path: "item", message: "must be an item's id, a UUID in lower case" }])
    const cursor = search.get("cursor")
    const before = cursor === null ? undefined : /^audit (\d+)$/.exec(store.unsign(cursor) ?? "")?.[1]
    if (cursor !== null && before === undefined)
      throw new InvalidInput([{ path: "cursor", message: "is not one that /audit gave as next" }])
    const entries = await store.audited({
      ...(item !== null && { itemId: item }),
      ...(before !== undefined && { before: Number(before) }),
      limit: limit + 1,
    })
    const shown = entries.slice(0, limit)
    const last = shown.at(-1)
    return answerPrivately(c, {
      entries: shown,
      ...(entries.length > limit && last && { next: store.sign(`audit ${last.number}`) }),
    })
  })
}
