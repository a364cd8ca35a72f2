import { stateAfter } from "@pg/domain"
import type { Db, RevisionRow } from "../schema.js"
import type { Findings } from "./findings.js"
import { rowsOf } from "./rows-of.js"

type Step = Pick<RevisionRow, "seq" | "item_id" | "revision" | "action" | "state">

/** The life of each item in the log: its revisions are 1, 2, 3 …, in the order of the log, each a step that its state allows. */
export async function checkLives(db: Db, findings: Findings): Promise<void> {
  let before: Step | undefined
  const wanted = ["seq", "item_id", "revision", "action", "state"]
  const steps = rowsOf(db, { table: "revisions", keys: ["item_id", "revision"], wanted })
  for await (const row of steps) {
    const step = row as unknown as Step
    for (const message of wrongIn(step, before?.item_id === step.item_id ? before : undefined))
      findings.add({ table: "revisions", subject: `line ${step.seq} (item ${step.item_id})`, message })
    before = step
  }
}

function wrongIn(step: Step, before: Step | undefined): string[] {
  const { seq, revision, action, state } = step
  const wrong: string[] = []
  const next = (before?.revision ?? 0) + 1
  if (revision !== next) wrong.push(`it is revision ${revision}, where ${next} would be the next: lines are lost`)
  if (before && before.seq >= seq) wrong.push(`it stands before line ${before.seq}, which is an earlier revision`)
  const from = before?.state ?? "draft"
  if (revision === next && stateAfter(from, action) !== state)
    wrong.push(`"${action}" does not lead from ${from} to ${state}`)
  return wrong
}
