import type { Db } from "../schema.js"
import { wordsOf } from "../search/words.js"
import { compareRows } from "./compare-rows.js"
import type { Findings } from "./findings.js"
import { listedItems } from "./listed-items.js"
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
  for await (const { item } of listedItems(scratch))
    for (const word of wordsOf([item]))
      if (missing.delete(word))
        findings.add({ table: "words", subject: `"${word}"`, message: `is missing: item ${item.id} has it` })
}
