import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { idOf, news, useStore } from "../test/items.js"

const id = (letter: string) => letter.repeat(64)
const day = (number: number) => `2024-05-${String(number).padStart(2, "0")}T10:00:00.000Z`
const report = { id: id("a"), mediaType: "application/pdf", size: 9, name: "Report.pdf", at: day(1), by: "Ada" }

const bounds = { ofToken: { uploads: 9, bytes: 1e9 }, inAll: { uploads: 9, bytes: 1e9 } }

describe.each(databases)("files on $name", ({ make }) => {
  const used = useStore(make)

  test("a file is known by its id, as it was first called, and is new once", async () => {
    expect(await used.store.noteFile(report)).toBe(true)
    expect(await used.store.noteFile({ ...report, name: "Other.pdf", by: "Bob", at: day(2) })).toBe(false)
    expect(await used.store.getFile(id("a"))).toEqual({ ...report, at: day(2) })
    expect(await used.store.getFile(id("0"))).toBeUndefined()
  })

  test("a picture has its width and height", async () => {
    const picture = { ...report, id: id("b"), mediaType: "image/png", name: "A.png", width: 800, height: 500 }
    await used.store.noteFile(picture)
    expect(await used.store.getFile(id("b"))).toEqual(picture)
  })

  test("a file that no revision of any item names is found when it is old", async () => {
    for (const letter of ["c", "d", "e"]) await used.store.noteFile({ ...report, id: id(letter), at: day(3) })
    const attachments = [{ url: `https://example.org/files/${id("c")}/Report.pdf` }]
    const change = { at: day(4), by: "Ada", action: "edit" } as const
    await used.store.revise(idOf(1), () => ({ item: news(1, { attachments }), change }))
    await used.store.revise(idOf(1), () => ({ item: news(1), change }))
    await used.store.revise(idOf(2), () => ({ item: news(2, { body: `![](/files/${id("d")}/A.png)` }), change }))
    const found = async (before: string) => (await used.store.unnamedFiles(before)).map((file) => file.id)
    expect(await found(day(2))).toEqual([id("b")])
    expect(await found(day(9))).toEqual([id("b"), id("a"), id("e")])
  })

  test("of a file that the log names it is known as what, and at whose address", async () => {
    const [own, both] = [
      `https://example.org/files/${id("c")}`,
      `https://example.org:80/a/files/${id("f")}/B%20(1).pdf`,
    ]
    const body = `See /files/${id("f")}/A%20b.pdf\n\n![](${both}) and <${own}>`
    const change = { at: day(4), by: "Ada" }
    await used.store.revise(idOf(3), () => ({ item: news(3, { body }), change }))
    const named = await used.store.namedFiles()
    expect(named.get(id("c"))).toEqual({ name: "", houses: new Set(["https://example.org"]) })
    expect(named.get(id("d"))).toEqual({ name: "A.png", houses: new Set([""]) })
    expect(named.get(id("f"))).toEqual({ name: "B (1).pdf", houses: new Set(["", "https://example.org:80/a"]) })
  })

  test("a file that was handed in again meanwhile is not forgotten", async () => {
    expect(await used.store.forgetFile(id("e"), day(3))).toBe(false)
    expect(await used.store.forgetFile(id("e"), day(4))).toBe(true)
    expect(await used.store.getFile(id("e"))).toBeUndefined()
  })

  test("of uploads that begin at once no more are than may be, of a token and in all", async () => {
    const few = { ofToken: { uploads: 3, bytes: 100 }, inAll: { uploads: 5, bytes: 1000 } }
    const begin = (id: string, tokenId: string, size = 1) =>
      used.store.beginUpload({ id, tokenId, name: "", size, expiresAt: day(2) }, few)
    const ofOne = await Promise.all(Array.from({ length: 8 }, (_, index) => begin(`a${index}`, "a")))
    expect(ofOne.filter((one) => one === undefined)).toHaveLength(3)
    expect(ofOne.find((one) => one !== undefined)).toEqual({ whose: "ofToken", uploads: 3, bytes: 3, until: day(2) })
    expect(await begin("b1", "b", 101)).toMatchObject({ whose: "ofToken", uploads: 0, bytes: 0 })
    const ofOthers = await Promise.all(Array.from({ length: 4 }, (_, index) => begin(`c${index}`, `c${index}`)))
    expect(ofOthers.filter((one) => one === undefined)).toHaveLength(2)
    expect(ofOthers.find((one) => one !== undefined)).toEqual({ whose: "inAll", uploads: 5, bytes: 5, until: day(2) })
    for (const { id } of await used.store.expiredUploads(day(3))) await used.store.forgetUpload(id)
  })

  test("of pieces that begin at the same byte one is taken", async () => {
    const upload = { id: "u1", tokenId: "t", name: "Film.pdf", size: 30, expiresAt: day(2) }
    await used.store.beginUpload(upload, bounds)
    const pieces = ["x", "y", "z"].map((key) => used.store.addPiece("u1", { at: 0, size: 10, key }))
    expect((await Promise.all(pieces)).filter(Boolean)).toHaveLength(1)
    expect(await used.store.addPiece("u1", { at: 10, size: 20, key: "last" })).toBe(true)
    expect(await used.store.getUpload("u1")).toMatchObject({
      ...upload,
      received: 30,
      pieces: [expect.stringMatching(/^[xyz]$/), "last"],
    })
  })

  test("an upload that has become a file takes no more, and is forgotten at its time", async () => {
    await used.store.endUpload("u1", id("a"))
    expect(await used.store.addPiece("u1", { at: 30, size: 1, key: "more" })).toBe(false)
    expect(await used.store.getUpload("u1")).toMatchObject({ fileId: id("a") })
    expect(await used.store.expiredUploads(day(1))).toEqual([])
    expect((await used.store.expiredUploads(day(2))).map((upload) => upload.id)).toEqual(["u1"])
    await used.store.forgetUpload("u1")
    expect(await used.store.getUpload("u1")).toBeUndefined()
  })
})
