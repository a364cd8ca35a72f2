import { expect, test } from "vitest"
import { newsroom, serve, temporaryFolder } from "./command.js"

const create = ["token", "create", "--name", "cms", "--scope", "items:read", "items:write", "items:publish"]

test("a token is shown once when it is made, lets in until it is revoked, and is listed with its last use", async () => {
  const cwd = temporaryFolder()
  const made = await newsroom([...create, "--expires", "90d"], { cwd })
  expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining("not shown again") })
  const token = made.stdout.trim()
  expect(token).toMatch(/^pgn_[0-9a-f]{12}_[\w-]{43}$/)

  const { url, stop } = await serve({ cwd })
  const write = () =>
    fetch(`${url}/api/v1/items?action=publish`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ kind: "news", locale: "en", title: "Written" }),
    })
  expect((await write()).status).toBe(201)
  expect(await (await fetch(`${url}/en/news/written`)).text()).toContain("Written")

  const listed = await newsroom(["token", "list"], { cwd })
  expect(listed.stdout).toMatch(
    /^[0-9a-f]{12} {2}cms {2}items:read items:write items:publish {2}all kinds {2}all languages {2}good until .* last used /,
  )
  expect(listed.stdout).not.toContain(token)
  expect(await newsroom(["token", "revoke", "cms"], { cwd })).toMatchObject({ code: 0 })
  expect((await write()).status).toBe(401)
  expect(await newsroom(["token", "revoke", "cms"], { cwd })).toMatchObject({ code: 1 })
  await stop()
})

test("what commands change of tokens, webhooks and files is in the audit log, which is kept as long as is wanted", async () => {
  const cwd = temporaryFolder()
  const token = (await newsroom(create, { cwd })).stdout.trim()
  await newsroom(["token", "create", "--name", "other", "--scope", "items:read"], { cwd })
  await newsroom(["token", "revoke", "other"], { cwd })
  const env = { NEWSROOM_WEBHOOK_ALLOW: "127.0.0.1" }
  await newsroom(["webhook", "create", "--name", "intranet", "--url", "http://127.0.0.1:9/hook"], { cwd, env })
  await newsroom(["webhook", "replay", "intranet", "--since", "0"], { cwd })
  for (const verb of ["disable", "enable", "rotate", "delete"]) await newsroom(["webhook", verb, "intranet"], { cwd })
  const audited = async () => {
    const { url, stop } = await serve({ cwd })
    const answer = await fetch(`${url}/api/v1/audit`, { headers: { Authorization: `Bearer ${token}` } })
    const { entries } = (await answer.json()) as { entries: { by: string; operation: string; reason: string }[] }
    await stop()
    return entries
  }
  const entries = await audited()
  expect(entries.map(({ operation }) => operation).toReversed()).toEqual([
    "newsroom token create",
    "newsroom token create",
    "newsroom token revoke",
    "newsroom webhook create",
    "newsroom webhook replay",
    "newsroom webhook disable",
    "newsroom webhook enable",
    "newsroom webhook rotate",
    "newsroom webhook delete",
  ])
  expect(new Set(entries.map(({ by }) => by))).toEqual(new Set(["newsroom (command)"]))
  expect(entries.at(-1)?.reason).toMatch(/^[0-9a-f]{12} {2}cms {2}items:read items:write items:publish {2}all kinds/)
  const made = entries.find(({ operation }) => operation === "newsroom webhook create")
  expect(made?.reason).toMatch(/^intranet \([0-9a-f]{16}\) at http:\/\/127\.0\.0\.1:9$/)
  const told = entries.find(({ operation }) => operation === "newsroom webhook replay")
  expect(told?.reason).toMatch(/^intranet \([0-9a-f]{16}\): all that concerns it after line 0 of the log$/)
  expect(JSON.stringify(entries)).not.toMatch(/pgn_|whsec_/)

  expect((await newsroom(["audit", "prune", "--days", "1"], { cwd })).stdout).toMatch(/^0 entries before /)
  expect((await newsroom(["audit", "prune", "--days", "0"], { cwd })).stdout).toMatch(/^10 entries before /)
  expect(await audited()).toMatchObject([
    { operation: "newsroom audit prune", reason: expect.stringMatching(/^10 entries before /) },
  ])
  expect(await newsroom(["audit", "prune", "--days", "soon"], { cwd })).toMatchObject({ code: 2 })
})

test("a wrong scope, kind, language, time or name is refused in words", async () => {
  const cwd = temporaryFolder()
  await newsroom(create, { cwd })
  for (const [args, words] of [
    [["token", "create", "--name", "a", "--scope", "items:wrte"], "Allowed are items:read"],
    [["token", "create", "--name", "a"], "--scope"],
    [[...create.slice(0, 3), "b", "--scope", "items:read", "--kind", "evnt"], "Allowed are news, event"],
    [[...create.slice(0, 3), "b", "--scope", "items:read", "--locale", "english!"], "language tag"],
    [[...create.slice(0, 3), "b", "--scope", "items:read", "--expires", "soon"], "is no time"],
    [[...create.slice(0, 3), "b", "--scope", "items:read", "--expires", "2001-01-01"], "which is over"],
    [[...create.slice(0, 3), "b\u202ec", "--scope", "items:read"], "It must be one line"],
    [create, "another token's name"],
  ] as const) {
    const { code, stderr } = await newsroom(args, { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  }
})
