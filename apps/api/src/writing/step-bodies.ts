import { type Action, actions, type Need, transitions, When } from "@pg/domain"
import { z } from "zod"
import { words } from "./asked-change.js"

/** Steps of an item's life that are addresses of their own; the others go with a new content of the item. */
export const steps = actions.filter((action) => action !== "edit" && action !== "correct")

/** What `POST /items/{id}:restore` takes: which revision the item is to be again. */
export const Restoring = z.strictObject({ revision: z.int().positive(), changeNote: z.string().optional() })

/** What `POST /items/{id}:resolve` takes: the fields of which is decided, and whose word counts. */
export const Resolving = z.strictObject({
  fields: z.array(z.string()).min(1).max(200),
  take: z.enum(["ours", "theirs"]),
})

/** What `POST /items/{id}:preview` takes: for how many seconds the link is to lead to the item. */
export const Previewing = z.strictObject({
  expiresIn: z
    .int()
    .min(60)
    .max(30 * 86_400)
    .default(7 * 86_400),
})

/** What a step takes: what it needs, and what may be said of it. */
export function bodyOf(action: Action): z.ZodObject {
  const { needs, ...transition } = transitions[action] as { needs: readonly Need[]; updateType?: "major" }
  const optional = {
    changeNote: words.changeNote,
    ...(transition.updateType === undefined && { updateType: words.updateType }),
    ...(isOfEvents(action) && { when: words.when }),
  }
  const needed = Object.fromEntries(needs.map((need) => [need, wanted[need]]))
  return z.strictObject({ ...optional, ...needed })
}

/** Whether a step is for what takes place. */
export const isOfEvents = (action: Action): boolean => ["reschedule", "postpone", "cancel"].includes(action)

const wanted: Record<Need, z.ZodType> = {
  changeNote: words.changeNote.unwrap(),
  publishAt: words.publishAt.unwrap(),
  into: words.into.unwrap(),
  when: When,
}
