import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Revision } from "@pg/domain"
import { openStore } from "@pg/store"
import { expect } from "vitest"
import { projected } from "../../../../packages/store/test/projected.js"
import { replay } from "../../../../packages/store/test/replay.js"
import type { Newsroom } from "./newsroom.js"

/** Holds a newsroom to its log: nothing of that is missing, nothing half there, and nothing else is told. */
export async function expectWhole(room: Newsroom): Promise<void> {
  const log = await room.store.changes(0, 1_000_000)
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
  const latest = new Map<string, Revision>()
  for (const revision of log) {
    expect(Revision.parse(revision)).toEqual(revision)
    expect(revision.revision).toBe((latest.get(revision.itemId)?.revision ?? 0) + 1)
    latest.set(revision.itemId, revision)
  }
  for (const revision of latest.values()) await expectServed(room, revision)
  const published = [...latest.values()].filter(({ state }) => state === "published")
  expect(await (await room.read("/items?limit=1")).json()).toMatchObject({ total: published.length })
  await expectReplayed(room, log)
}

/** An item is given as its last revision has it, and to nobody else where it is not public. */
async function expectServed(room: Newsroom, { itemId, revision, state, item }: Revision): Promise<void> {
  const { json } = await room.send("GET", `/items/${itemId}/revisions/latest`)
  expect(json).toMatchObject({ revision, state, item })
  const shown = await room.api.request(`/api/v1/items/${itemId}.json?include=source`)
  if (state !== "published") return expect([301, 404, 410]).toContain(shown.status)
  expect([itemId, shown.status]).toEqual([itemId, 200])
  const { firstPublishedAt: _, updatedAt: _updated, ...rest } = (await shown.json()) as Record<string, unknown>
  expect(rest).toEqual({ ...item, revision })
}

/** The log written anew, line by line, makes the same of everything that is made from it. */
async function expectReplayed({ url }: Newsroom, log: readonly Revision[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "replayed-"))
  const other = `sqlite:${join(folder, "archive.db")}`
  await (await openStore(other)).close()
  await replay(other, log)
  expect(await projected(other)).toEqual(await projected(url))
  rmSync(folder, { recursive: true, force: true })
}
