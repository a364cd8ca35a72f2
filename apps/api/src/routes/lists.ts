import { formats } from "@pg/formats"
import { Hono } from "hono"
import { answer } from "../answer.js"
import { collections } from "../collections.js"
import type { ListContents } from "../list-content.js"
import { negotiate } from "../negotiate.js"
import { notAcceptable } from "../problem.js"
import { searchOf } from "../read-query.js"

/** Every list in every format: by suffix, or by what the Accept header likes best. */
export function listRoutes(contentOf: ListContents): Hono {
  const routes = new Hono()
  for (const collection of collections) {
    const { segment } = collection
    routes.get(`/${segment}`, async (c) => {
      const format = negotiate(c)
      if (format === undefined) return notAcceptable(c)
      return answer(c, await contentOf({ collection, format, search: searchOf(c) }))
    })
    for (const format of formats)
      routes.get(`/${segment}.${format.extension}`, async (c) =>
        answer(c, await contentOf({ collection, format, suffix: format, search: searchOf(c) })),
      )
  }
  return routes
}
