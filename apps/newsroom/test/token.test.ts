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
    [create, "another token's name"],
  ] as const) {
    const { code, stderr } = await newsroom(args, { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  }
})
