import type { Hono } from "hono"
import { TrieRouter } from "hono/router/trie-router"

/** The methods that something of an app answers at a path, in a usual order and with OPTIONS; none where nothing is there. */
export type MethodsAt = (path: string) => string[]

/** Looks the methods up in an app's routes, when they are first asked for: by then all of them are there. */
export function methodsOf(app: Hono): MethodsAt {
  let router: TrieRouter<string> | undefined
  return (path) => {
    router ??= routerOf(app)
    const found = new Set(router.match("ALL", path)[0].map(([method]) => method))
    const methods = order.filter((method) => found.has(method === "HEAD" ? "GET" : method))
    // An item's address takes the name of a step for a part of an id, and there never is such an item.
    const fitting = isStep.test(path) && found.has("POST") ? methods.filter((method) => method === "POST") : methods
    return fitting.length === 0 ? [] : [...fitting, "OPTIONS"]
  }
}

const order = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
const isStep = /:[^/]+$/

function routerOf(app: Hono): TrieRouter<string> {
  const router = new TrieRouter<string>()
  // What takes `next` stands before what answers.
  for (const { method, path, handler } of app.routes)
    if (method !== "ALL" && handler.length < 2) router.add("ALL", path, method)
  return router
}
