import { Hono } from "hono"
import { answer } from "../answer.js"

/** The contract as a document for programs: OpenAPI 3.1. It is loaded and made when somebody first asks for it. */
export function openapiRoutes(siteUrl: string): Hono {
  let made: Promise<string> | undefined
  return new Hono().get("/api/openapi.json", async (c) =>
    answer(c, { text: await (made ??= writeContract(siteUrl)), mediaType: "application/json" }),
  )
}

async function writeContract(siteUrl: string): Promise<string> {
  const [{ createDocument }, { default: examples }, { default: writes }] = await Promise.all([
    import("../openapi/document.js"),
    import("../openapi/fixtures/examples.json", { with: { type: "json" } }),
    import("../openapi/fixtures/write-examples.json", { with: { type: "json" } }),
  ])
  return `${JSON.stringify(createDocument(siteUrl, examples, writes), undefined, 2)}\n`
}
