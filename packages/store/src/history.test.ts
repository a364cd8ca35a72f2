import { ItemChange } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { change, idOf, news, useStore } from "../test/items.js"

describe.each(databases)("the history of an item on $name", ({ make }) => {
  const used = useStore(make)
  const put = (number: number, said = {}, more = {}) => used.store.put(news(number, said), { ...change, ...more })
  const told = async (number: number, limit = 100) =>
    (await used.store.history(idOf(number), limit)).map((line) => {
      expect(ItemChange.parse(line)).toEqual(line)
      return line.type === "put"
        ? `${line.revision} ${line.changeNote ?? line.updateType}`
        : `${line.tombstone.state} ${line.tombstone.reason ?? ""}`
    })

  test("begins when it was first public, and has major changes and those with a note, the newest first", async () => {
    await put(1, { title: "A draft" }, { action: "edit" })
    await put(1, { title: "Item 1" }, { action: "publish" })
    await put(2)
    await put(1, { title: "A comma" }, { updateType: "minor" })
    await put(1, { title: "A date" }, { updateType: "minor", changeNote: "The date was wrong." })
    await put(1, { title: "A place" })
    expect(await told(1)).toEqual(["5 major", "4 The date was wrong.", "2 major"])
    expect(await told(1, 2)).toEqual(["5 major", "4 The date was wrong."])
    expect(await told(2)).toEqual(["1 major"])
  })

  test("is told while it is published, and then also that it was away", async () => {
    await put(2, {}, { action: "withdraw", changeNote: "Wrong" })
    expect(await told(2)).toEqual([])
    await put(2, {}, { action: "publish" })
    expect(await told(2)).toEqual(["3 major", "withdrawn Wrong", "1 major"])
  })

  test("tells what was done", async () => {
    await put(3)
    await put(3, { title: "A place" }, { action: "correct", changeNote: "The place was wrong." })
    await put(3, { title: "A day" }, { action: "edit" })
    const changes = await used.store.history(idOf(3), 100)
    expect(changes.map((line) => line.type === "put" && line.action)).toEqual(["edit", "correct", "publish"])
  })

  test("of what there is not is empty", async () => {
    expect(await told(99)).toEqual([])
    expect(await used.store.history("nothing", 5)).toEqual([])
  })
})
