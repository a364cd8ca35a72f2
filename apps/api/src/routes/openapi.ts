import { Hono } from "hono"
import { answer } from "../answer.js"
import { createDocument } from "../openapi/document.js"
import examples from "../openapi/fixtures/examples.json" with { type: "json" }

/** The contract as a document for programs: OpenAPI 3.1. It is made when somebody first asks for it. */
export function openapiRoutes(siteUrl: string): Hono {
  let text: string | undefined
  return new Hono().get("/api/openapi.json", (c) => {
    text ??= `${JSON.stringify(createDocument(siteUrl, examples), undefined, 2)}\n`
    return answer(c, { text, mediaType: "application/json" })
  })
}
