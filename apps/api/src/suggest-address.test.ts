import { expect, test } from "vitest"
import { suggestAddress } from "./suggest-address.js"

test.each([
  ["/api/v1/item", "/api/v1/items"],
  ["/api/v1/Events", "/api/v1/events"],
  ["/api/v1/events/", "/api/v1/events"],
  ["/api/v1/publicatons.atom", "/api/v1/publications.atom"],
  ["/api/v1/event/a-meeting", "/api/v1/events/a-meeting"],
  ["/api/v2/news", "/api/v1/news"],
  ["/api/v1/items.xml", "/api/v1/items.atom"],
  ["/api/v1/news.yaml", "/api/v1/news.json"],
  ["/api/v1/items.csl", "/api/v1/items.csl.json"],
  ["/api/v1/openapi.json", "/api/openapi.json"],
  ["/api/v1/changes.json", "/api/v1/changes"],
  ["/api/v1/changes.atom", "/api/v1/items.atom?feed=changes"],
  ["/api/v1/change", "/api/v1/changes"],
  ["/api/v1/snapshot", "/api/v1/snapshot.ndjson"],
  ["/api/v1/oai", "/api/oai"],
  ["/api/doc", "/api/docs"],
  ["/health", "/healthz"],
  ["/api/v1/something/else/altogether", "/api/v1"],
  ["/", "/api/v1"],
])("who asks for %s meant %s", (path, meant) => {
  expect(suggestAddress(path)).toBe(meant)
})
