/**
 * The life of an item, as a table: for each state, the actions that it allows and the state that each leads to.
 * Only `published` items are shown; what is `withdrawn` may come back, `gone` was removed, `merged` is part of another.
 */
export const lifecycle = {
  draft: { edit: "draft", submit: "review", schedule: "scheduled", publish: "published", remove: "gone" },
  review: { edit: "review", reject: "draft", schedule: "scheduled", publish: "published", remove: "gone" },
  scheduled: {
    edit: "scheduled",
    schedule: "scheduled",
    unschedule: "draft",
    publish: "published",
    remove: "gone",
  },
  published: {
    edit: "published",
    correct: "published",
    reschedule: "published",
    postpone: "published",
    cancel: "published",
    withdraw: "withdrawn",
    remove: "gone",
    merge: "merged",
  },
  withdrawn: { edit: "withdrawn", publish: "published", remove: "gone", merge: "merged" },
  gone: { publish: "published" },
  merged: {},
} as const satisfies Record<string, Record<string, string>>

/** Where an item stands in its life: a row of `lifecycle`. */
export type State = keyof typeof lifecycle

/** What can be done to an item: a column of `lifecycle`. */
export type Action = { [S in State]: keyof (typeof lifecycle)[S] }[State]

/** Every state, in the order of the table. */
export const states = Object.keys(lifecycle) as [State, ...State[]]

/** Every action that some state allows. */
export const actions = [...new Set(states.flatMap((state) => Object.keys(lifecycle[state])))] as [Action, ...Action[]]

/** The state that an action leads to; `undefined` where the state does not allow it. */
export const stateAfter = (state: State, action: Action): State | undefined =>
  (lifecycle[state] as Partial<Record<Action, State>>)[action]

/** The actions after which an item is public: of these the public may be told. */
export const publicActions = actions.filter((action) =>
  states.some((state) => stateAfter(state, action) === "published"),
) as [Action, ...Action[]]
