import { describe, expect, onTestFinished, test } from "vitest"
import { databases } from "../../../../packages/store/test/databases.js"
import { id, meeting, news, openNewsroom } from "./newsroom.js"

const any = { "If-Match": "*" }

describe.each(databases)("what is written on $name", ({ make }) => {
  const open = async () => {
    const database = await make()
    const room = await openNewsroom({ database: database.url })
    onTestFinished(async () => {
      await room.close()
      await database.remove()
      expect(room.reported).toEqual([])
    })
    return room
  }

  test.each(["\u0000", "\u0007", "\ud800", "\uffff", "\u202e"])(
    "has no %j in a change note, a reason or an item's texts, and is told where",
    async (one) => {
      const room = await open()
      const given = { ...meeting, id: id(1) }
      expect((await room.send("PUT", `/items/${id(1)}?action=publish`, given)).status).toBe(201)
      const refused = async (pointer: string, method: string, path: string, body: object) => {
        const { status, json } = await room.send(method, path, body, any)
        expect([path, status, json.errors?.[0]]).toMatchObject([path, 422, { pointer }])
      }
      for (const step of ["withdraw", "cancel", "remove", "publish", "reject"])
        await refused("/changeNote", "POST", `/items/${id(1)}:${step}`, { changeNote: `a${one}b` })
      await refused("/changeNote", "POST", `/items/${id(1)}:restore`, { revision: 1, changeNote: `a${one}b` })
      for (const field of ["title", "kicker", "summary", "body"])
        await refused(`/${field}`, "PATCH", `/items/${id(1)}`, { [field]: `a${one}b` })
      await refused("/people/0", "PATCH", `/items/${id(1)}`, { people: [one] })
      await refused("/links/0/url", "PATCH", `/items/${id(1)}`, { links: [{ url: `https://a${one}b/` }] })
      await refused("/links/0/url", "PATCH", `/items/${id(1)}`, { links: [{ url: `https://example.org/${one}` }] })
    },
  )

  test("has no NUL in a parameter either, which is told by its name, and noted as it can be kept", async () => {
    const room = await open()
    for (const [parameter, path, body] of [
      ["changeNote", "/items?action=publish&changeNote=a%00b", news],
      ["action", "/items?action=a%00b", news],
      ["validate-only", "/items?validate-only=a%00b", news],
      ["a\u0000b", "/items?a%00b=1", news],
      ["source", "/listings?source=a%00b", "A title\n\n16 June 2021\n\nA teaser...\n\nRead more\n"],
      ["locale", "/listings?locale=a%00b", "A title\n\n16 June 2021\n\nA teaser...\n\nRead more\n"],
    ] as const) {
      const { status, json } = await room.send("POST", path, body)
      expect([path, status, json.errors?.[0]]).toMatchObject([path, 422, { parameter }])
    }
    const { json } = await room.send("GET", "/audit")
    expect(json.entries.map(({ reason }: { reason: string }) => reason).join()).toContain("a\ufffdb")
  })
})
