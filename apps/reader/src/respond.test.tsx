import { runInNewContext } from "node:vm"
import { setFlagsFromString } from "node:v8"
import { Hono } from "hono"
import { getOwner } from "solid-js"
import { expect, test } from "vitest"
import { readAssets } from "./assets.js"
import { homesIn } from "./pages/homes.js"
import { respond } from "./respond.js"

setFlagsFromString("--expose-gc")
const collectGarbage = runInNewContext("gc") as () => void

test("of a page that has been rendered nothing stays in memory", async () => {
  const owners: WeakRef<object>[] = []
  const content = () => {
    owners.push(new WeakRef(getOwner()!))
    return "content"
  }
  const page = { locale: "en", today: undefined, siteUrl: "https://example.org", assets: readAssets() } as const
  const app = new Hono().get("/*", (c) =>
    respond(c, { ...page, url: new URL(c.req.url), view: { title: "A page", alternates: homesIn(), content } }),
  )
  for (let n = 0; n < 10; n++) await (await app.request(`/${n}`)).text()
  await new Promise((resolve) => setTimeout(resolve))
  collectGarbage()
  expect(owners.map((owner) => owner.deref())).toEqual(owners.map(() => undefined))
})
