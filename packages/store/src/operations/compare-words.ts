import type { Item } from "@pg/domain"
import type { Db } from "../schema.js"
import { wordsOf } from "../search/words.js"
import { compareRows } from "./compare-rows.js"
import type { Findings } from "./findings.js"
import { rowsOf } from "./rows-of.js"

const words = { table: "words", keys: ["length", "folded", "word"] }

/** The words for what is misspelt: all of what is listed now must be there, and none that was never listed. */
export async function compareWords(scratch: Db, db: Db, findings: Findings): Promise<void> {
  const missing = new Set<string>()
  for await (const { what, row } of compareRows(rowsOf(scratch, words), rowsOf(db, words), words.keys)) {
    if (what === "missing") missing.add(String(row["word"]))
    else findings.add({ table: "words", subject: `"${row["word"]}"`, message: "no item ever had this word" })
  }
  if (missing.size === 0) return
  for await (const { id, item } of listed(scratch))
    for (const word of wordsOf([JSON.parse(item) as Item]))
      if (missing.delete(word))
        findings.add({ table: "words", subject: `"${word}"`, message: `is missing: item ${id} has it` })
}

async function* listed(scratch: Db): AsyncGenerator<{ id: string; item: string }, void, undefined> {
  for (let after = 0; ; ) {
    const rows = await scratch
      .selectFrom("items")
      .innerJoin("revisions", "revisions.seq", "items.seq")
      .select(["items.number", "items.id", "revisions.item"])
      .where("items.number", ">", after)
      .where("items.listed", "=", 1)
      .orderBy("items.number")
      .limit(500)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.number
  }
}
