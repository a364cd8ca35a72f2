import { setTimeout } from "node:timers/promises"
import { expect, onTestFinished, test } from "vitest"
import { keepGoing } from "./keep-going.js"

function start(pass: (count: number) => boolean | Promise<boolean>, pause: number) {
  const errors: unknown[] = []
  let count = 0
  const log = { error: (given: unknown) => void errors.push(given) }
  const work = keepGoing({ name: "a test's work", pass: async () => pass(++count) }, { pause, log })
  onTestFinished(work.stop)
  return { ...work, errors, count: () => count }
}

const hour = 3_600_000

test("work is done at once, and again as long as there is more", async () => {
  const { count } = start((done) => done < 5, hour)
  await expect.poll(count).toBe(5)
})

test("it is done when it is woken, also when that happens meanwhile, and after each pause", async () => {
  let finish = () => {}
  const { count, wake } = start(() => new Promise((resolve) => (finish = () => resolve(false))), hour)
  wake()
  finish()
  await expect.poll(count).toBe(2)
  finish()
  await setTimeout(5)
  expect(count()).toBe(2)
  wake()
  await expect.poll(count).toBe(3)
  finish()
  const patient = start(() => false, 5)
  await expect.poll(patient.count).toBeGreaterThan(3)
})

test("what fails is told once, and tried again after the pause, however often it is woken", async () => {
  const { count, wake, errors } = start((done) => {
    if (done !== 4) throw new Error("the database is away")
    return false
  }, 30)
  for (let times = 0; times < 20; times++) {
    wake()
    await setTimeout(1)
  }
  expect(count()).toBeLessThan(4)
  expect(errors).toHaveLength(1)
  await expect.poll(count).toBeGreaterThan(5)
  expect(errors).toHaveLength(2)
})

test("stopping it waits for what it is at, and no more is begun", async () => {
  let isOver = false
  const { stop, count } = start(async () => {
    await setTimeout(20)
    isOver = true
    return true
  }, hour)
  await stop()
  expect(isOver).toBe(true)
  const done = count()
  await setTimeout(30)
  expect(count()).toBe(done)
})
