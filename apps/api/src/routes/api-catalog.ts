import { Hono } from "hono"
import { answer } from "../answer.js"
import { writeLink } from "../link-header.js"
import type { AnchoredLink } from "../links.js"
import { writeLinksetJson } from "../linkset-json.js"
import { apiPath, docsPath, oaiPath, openApiPath, type Site } from "../site.js"

/**
 * `/.well-known/api-catalog`, RFC 9727: where the interfaces of this site are, and for each what describes it to machines
 * and to people, and where it says whether it is well (RFC 8631).
 */
export function apiCatalogRoutes(site: Site): Hono {
  const text = writeLinksetJson(catalogOf(site))
  const headers = {
    "content-type": `application/linkset+json; profile="${profile}"`,
    link: writeLink({ rel: "api-catalog", href: site.url(catalogPath), type: "application/linkset+json" }),
  }
  return new Hono().get(catalogPath, (c) => answer(c, { text, mediaType: "application/linkset+json", headers }))
}

const catalogPath = "/.well-known/api-catalog"
const profile = "https://www.rfc-editor.org/info/rfc9727"

function catalogOf(site: Site): AnchoredLink[] {
  const catalog = site.url(catalogPath)
  const api = site.url(apiPath)
  const oai = site.url(oaiPath)
  return [
    { anchor: catalog, rel: "item", href: api },
    { anchor: catalog, rel: "item", href: oai },
    { anchor: api, rel: "service-desc", href: site.url(openApiPath), type: "application/json" },
    { anchor: api, rel: "service-doc", href: site.url(docsPath), type: "text/html" },
    { anchor: api, rel: "status", href: site.url("/healthz"), type: "application/json" },
    { anchor: oai, rel: "service-desc", href: `${oai}?verb=Identify`, type: "text/xml" },
    { anchor: oai, rel: "service-doc", href: "https://www.openarchives.org/OAI/openarchivesprotocol.html" },
    { anchor: oai, rel: "status", href: site.url("/healthz"), type: "application/json" },
  ]
}
