import { nearest } from "@pg/domain"
import { Hono } from "hono"
import { answer } from "../answer.js"
import { notFound } from "../problem.js"
import { readNothing } from "../read-query.js"
import { apiPath, type Site, vocabulariesPath } from "../site.js"
import { vocabularies } from "../vocabularies.js"

/** Of what filters take ids: `/vocabularies` names the vocabularies, `/vocabularies/topics` has the terms of one. */
export function vocabularyRoutes(site: Site): Hono {
  const urlOf = (name: string) => site.url(`${vocabulariesPath}/${name}`)
  const index = write({
    vocabularies: vocabularies.map(({ name, parameter, terms }) => ({
      name,
      url: urlOf(name),
      parameter,
      count: terms.length,
    })),
  })
  const textsByName = new Map(vocabularies.map((vocabulary) => [vocabulary.name, write(vocabulary)]))
  const path = vocabulariesPath.slice(apiPath.length)
  return new Hono()
    .get(path, (c) => {
      readNothing(new URL(c.req.url).searchParams)
      return answer(c, { text: index, mediaType: "application/json" })
    })
    .get(`${path}/:name`, (c) => {
      readNothing(new URL(c.req.url).searchParams)
      const name = c.req.param("name")
      const text = textsByName.get(name)
      if (text !== undefined) return answer(c, { text, mediaType: "application/json" })
      const meant = nearest(name.slice(0, 60), textsByName.keys())
      return notFound(c, "There is no such vocabulary.", [vocabulariesPath, ...(meant ? [meant] : [])].join("/"))
    })
}

const write = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
