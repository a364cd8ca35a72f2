import { renderMarkdown } from "@pg/markdown"
import type { Store } from "@pg/store"
import { Hono } from "hono"
import { Refused } from "../writing/refused.js"
import { answerPrivately } from "../writing/answers.js"

/**
 * An item as it would be published, for whoever was given the link: `/previews/{token}`, which `POST /items/{id}:preview` makes
 * and which is over at its time. It is not to be kept nor found.
 */
export function previewRoutes({ store, now }: { store: Store; now: () => Date }): Hono {
  return new Hono().get("/previews/:token", async (c) => {
    const [, id = "", expires = "0"] = /^preview (\S+) (\d+)$/.exec(store.unsign(c.req.param("token")) ?? "") ?? []
    const current = await store.current(id)
    if (!current) throw new Refused("absent", "This is no link that shows a preview: it may have been cut off.")
    if (Number(expires) * 1000 <= now().getTime())
      throw new Refused("over", "This link has shown a preview for its time: ask whoever gave it to you for another.")
    const { state, revision, publishAt, item } = current
    if (state === "gone" || state === "merged")
      throw new Refused("over", "What this link has shown is no more: it was removed, or is part of something else.")
    return answerPrivately(
      c,
      {
        state,
        ...(publishAt !== undefined && { publishAt }),
        expiresAt: new Date(Number(expires) * 1000).toISOString(),
        item: { ...item, revision },
        ...(item.body !== undefined && { bodyHtml: renderMarkdown(item.body, item.locale) }),
      },
      { headers: { "x-robots-tag": "noindex, nofollow" } },
    )
  })
}
