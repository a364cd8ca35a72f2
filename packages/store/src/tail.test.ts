import { describe, expect, inject, onTestFinished, test } from "vitest"
import { databases, run } from "../test/databases.js"
import { change, news, useStore } from "../test/items.js"
import { openStore, StoreError } from "./index.js"

/** What others write is heard at once, but this machine may be busy. */
const patiently = { timeout: 20_000, interval: 5 }

describe.each(databases)("the end of the log on $name", { timeout: 90_000 }, ({ name, make }) => {
  const used = useStore(make)
  const another = async () => {
    const store = await openStore(used.url)
    onTestFinished(() => store.close())
    return store
  }
  /** Collects what a listener is told. */
  const listenTo = (store: typeof used.store) => {
    const heard: number[] = []
    return { heard, stop: store.onChange((seq) => heard.push(seq)) }
  }
  let made = 0
  const put = async (store: typeof used.store) => void (await store.put(news(++made), change))

  test("what this process has written is known when the writing is answered", async () => {
    for (let times = 0; times < 20; times++) {
      const before = await used.store.seq()
      await put(used.store)
      expect(await used.store.seq()).toBe(before + 1)
    }
  })

  test("what another process writes comes to be known, and then does not change until more is written", async () => {
    const other = await another()
    for (let times = 0; times < 5; times++) {
      const before = await other.seq()
      await put(used.store)
      await expect.poll(() => other.seq(), patiently).toBe(before + 1)
    }
  })

  test("a listener is told of each commit, of its own process and of another, until it stops", async () => {
    const other = await another()
    const { heard, stop } = listenTo(other)
    const start = await other.seq()
    await put(other)
    await expect.poll(() => heard.at(-1), patiently).toBe(start + 1)
    await put(used.store)
    await expect.poll(() => heard.at(-1), patiently).toBe(start + 2)
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
    stop()
    await put(other)
    await put(used.store)
    await expect.poll(() => other.seq(), patiently).toBe(start + 4)
    expect(heard.at(-1)).toBe(start + 2)
  })

  test("what was not kept is not told: a refused batch, a put that says nothing new, a rehearsal", async () => {
    await put(used.store)
    const { heard, stop } = listenTo(used.store)
    const before = await used.store.seq()
    const item = news(made)
    await expect(used.store.putAll([news(++made), item], { ...change, action: "reject" })).rejects.toThrow("reject")
    await used.store.put(item, change)
    await used.store.rehearse([news(++made)], change)
    await put(used.store)
    await expect.poll(() => heard.at(-1), patiently).toBe(before + 1)
    expect(heard.filter((seq) => seq > before)).toEqual([before + 1])
    stop()
  })

  test("a listener that fails fails neither who wrote nor who else listens", async () => {
    const failures: unknown[] = []
    const remember = (error: unknown) => failures.push(error)
    const others = process.listeners("uncaughtException")
    process.removeAllListeners("uncaughtException").on("uncaughtException", remember)
    const stop = used.store.onChange(() => {
      throw new Error("a listener's bug")
    })
    const { heard, stop: stopOther } = listenTo(used.store)
    await put(used.store)
    await expect.poll(() => [failures.length > 0, heard.at(-1)], patiently).toEqual([true, await used.store.seq()])
    stop()
    stopOther()
    process.removeListener("uncaughtException", remember)
    for (const listener of others) process.on("uncaughtException", listener)
  })

  test("a rehearsal holds up nobody who writes", async () => {
    const impatient = await openStore(used.url, { lockTimeout: 1 })
    onTestFinished(() => impatient.close())
    const items = Array.from({ length: 2000 }, (_, n) => news(10_000 + n))
    const [results] = await Promise.all([used.store.rehearse(items, change), put(impatient)])
    expect(results).toHaveLength(2000)
  })

  // SQLite has no such connection.
  if (name === "PostgreSQL")
    describe("when the connection that listens is lost", () => {
      /** What goes over no connection of the database in question. */
      const onServer = (statement: string) => run(inject("postgresUrl"), statement)
      const database = () => new URL(used.url).pathname.slice(1)
      const listening = async () =>
        (
          await onServer(
            `select pid from pg_stat_activity
           where application_name = 'newsroom listening' and datname = '${database()}' order by pid`,
          )
        ).map(({ pid }) => Number(pid))

      test("nothing wrong is said until it is back, and then what others write is heard again", async () => {
        const own = new Set(await listening())
        const ofOther = async () => (await listening()).filter((pid) => !own.has(pid))
        const other = await another()
        const { heard } = listenTo(other)
        await other.seq()
        for (let times = 0; times < 3; times++) {
          await expect.poll(async () => (await ofOther()).length, patiently).toBe(1)
          await onServer(`alter database ${database()} with allow_connections false`)
          for (const pid of await ofOther()) await onServer(`select pg_terminate_backend(${pid}, 5000)`)
          for (let puts = 0; puts < 5; puts++) {
            await put(used.store)
            expect(await other.seq()).toBe(await used.store.seq())
          }
          await onServer(`alter database ${database()} with allow_connections true`)
        }
        await expect.poll(async () => (await ofOther()).length, patiently).toBe(1)
        await put(used.store)
        const end = await used.store.seq()
        await expect.poll(() => heard.at(-1), patiently).toBe(end)
        expect(await other.seq()).toBe(end)
      })

      test("a server that is gone is named, and one may close and go", async () => {
        const other = await another()
        await other.seq()
        await onServer(`alter database ${database()} with allow_connections false`)
        await onServer(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${database()}'`)
        await expect.poll(() => other.seq().catch((error: unknown) => error), patiently).toBeInstanceOf(StoreError)
        await other.close()
        await onServer(`alter database ${database()} with allow_connections true`)
      })
    })
})
