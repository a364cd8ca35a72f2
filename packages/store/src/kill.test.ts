import { expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { killWhileWriting } from "../test/kills.js"

test.each(databases)(
  "on $name a process that is killed while it writes loses nothing that was acknowledged, and leaves nothing half done",
  { timeout: 240_000 },
  async ({ make }) => {
    const { url, remove } = await make()
    const { acknowledged, ...rest } = await killWhileWriting(url, 10)
    expect(rest).toEqual({ kills: 10, lost: [], findings: [] })
    expect(acknowledged).toBeGreaterThan(10)
    await remove()
  },
)
