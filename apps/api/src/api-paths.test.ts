import { expect, test } from "vitest"
import { isApiPath } from "./api-paths.js"

test("the API has what is below /api and what machines look for at a site's root", () => {
  const paths = ["/api", "/api/v1/items", "/api/oai", "/healthz", "/readyz", "/robots.txt", "/llms.txt"]
  const more = ["/sitemap.xml", "/sitemap-news.xml", "/sitemap-items-12.xml", "/.well-known/api-catalog"]
  for (const path of [...paths, ...more]) expect([path, isApiPath(path)]).toEqual([path, true])
})

test("every other address is free for pages", () => {
  for (const path of [
    "/",
    "/en",
    "/apiary",
    "/en/robots.txt",
    "/sitemap",
    "/sitemap.xml/a",
    "/.well-known/security.txt",
  ])
    expect([path, isApiPath(path)]).toEqual([path, false])
})
