import type { Store, Token } from "@pg/store"
import type { Context, MiddlewareHandler } from "hono"
import { Id } from "@pg/domain"
import { tokenIn } from "./caller.js"
import { operationOf } from "./write-once.js"

/**
 * Notes each write that was refused, with why. What was written is noted with it. Of those who send no token that is known, who
 * may be anybody and many, one is noted in a second.
 */
export function auditRefusals({ store, now }: { store: Store; now: () => Date }): MiddlewareHandler {
  let lastStranger = Number.NEGATIVE_INFINITY
  return async (c, next) => {
    await next()
    const { status } = c.res
    if (status < 400) return
    const token = c.get("token") as Token | undefined
    const at = now()
    if (!token && at.getTime() - lastStranger < 1000) return
    if (!token) lastStranger = at.getTime()
    const itemId = (c.req.param("id") ?? c.req.param("step") ?? "").split(":", 1)[0]
    await store.audit({
      at: at.toISOString(),
      by: token?.name ?? "nobody known",
      requestId: c.get("requestId"),
      operation: operationOf(c),
      status,
      ...(c.error && { reason: c.error.message }),
      ...(Id.safeParse(itemId).success && itemId !== undefined && { itemId }),
    })
  }
}

/** Notes that one of several writes of a request was not for whoever sent it. */
export async function auditPart(
  c: Context,
  store: Store,
  at: Date,
  part: { status: number; id?: string; reason: string },
) {
  const { status, id, reason } = part
  if (status !== 403) return
  await store.audit({
    at: at.toISOString(),
    by: tokenIn(c).name,
    requestId: c.get("requestId"),
    operation: operationOf(c),
    status,
    reason,
    ...(id !== undefined && Id.safeParse(id).success && { itemId: id }),
  })
}
