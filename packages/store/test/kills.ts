import { spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { checkDatabase, openStore } from "../src/index.js"

/** What came of killing writers: how many writes they had been told were done, and which of these are not there. */
export type Killed = { kills: number; acknowledged: number; lost: string[]; findings: object[] }

/**
 * Lets a process write to a database and kills it (SIGKILL) at a random moment, so many times one after the other; looks each
 * time whether all that was acknowledged is in the log, and whether the database is as its log has it.
 */
export async function killWhileWriting(url: string, kills: number): Promise<Killed> {
  const killed: Killed = { kills, acknowledged: 0, lost: [], findings: [] }
  for (let round = 1; round <= kills; round++) {
    const before = await endOf(url)
    const acknowledged = await writeUntilKilled(url, round)
    const written = await writtenAfter(url, before)
    killed.acknowledged += acknowledged.length
    killed.lost.push(...acknowledged.filter((line) => !written.has(line)))
    killed.findings.push(...(await checkDatabase(url)).findings)
  }
  return killed
}

const writer = fileURLToPath(new URL("writer.mjs", import.meta.url))

async function writeUntilKilled(url: string, round: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, url, String(round)], { stdio: ["ignore", "pipe", "inherit"] })
  const closed = once(child, "close")
  let said = ""
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text))
  // One that is killed before it has written anything would prove little; one that has ended has failed by itself.
  const [first] = (await Promise.race([once(child.stdout, "data"), closed])) as [unknown]
  if (typeof first !== "string") throw new Error(`The writer of round ${round} ended by itself.`)
  await setTimeout(Math.random() * 300)
  child.kill("SIGKILL")
  await closed
  // A line that was cut off was not said.
  return said.split("\n").slice(0, -1)
}

async function endOf(url: string): Promise<number> {
  const store = await openStore(url)
  try {
    return await store.seq()
  } finally {
    await store.close()
  }
}

/** What the log says after a line, as the writer says it. */
async function writtenAfter(url: string, seq: number): Promise<Set<string>> {
  const store = await openStore(url)
  try {
    const lines = await store.changes(seq, 100_000)
    return new Set(lines.map(({ item }) => `${item.id} ${item.title}`))
  } finally {
    await store.close()
  }
}
