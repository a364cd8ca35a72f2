import { bodies, labelOf } from "@pg/domain"
import { element } from "@pg/formats"
import { oaiPath, type Site } from "../site.js"
import type { OaiOptions } from "./options.js"
import { identifierOf, repositoryOf } from "./record.js"

/** What the repository says of itself, OAI-PMH 2.0, section 4.2; one that is empty names a date before any record. */
export const writeIdentity = ({ site, adminEmail }: OaiOptions, earliest = "1970-01-01T00:00:00Z"): string[] => [
  element("repositoryName", {}, `${labelOf(bodies, "pompidou-group", "en")} newsroom`),
  element("baseURL", {}, site.url(oaiPath)),
  element("protocolVersion", {}, "2.0"),
  element("adminEmail", {}, adminEmail ?? `webmaster@${mailDomainOf(site)}`),
  element("earliestDatestamp", {}, earliest),
  element("deletedRecord", {}, "persistent"),
  element("granularity", {}, "YYYY-MM-DDThh:mm:ssZ"),
  ...describeIdentifiers(site),
]

/** The schema of answers allows no domain without a dot; `invalid` is one that is known to be none (RFC 2606). */
const mailDomainOf = (site: Site) => (repositoryOf(site).includes(".") ? repositoryOf(site) : "localhost.invalid")

/** How identifiers are made (the guidelines' oai-identifier.xsd), where the host is a name that the schema takes. */
function describeIdentifiers(site: Site): string[] {
  const repository = repositoryOf(site)
  if (!/^[a-z][a-z\d-]*(?:\.[a-z][a-z\d-]*)+$/i.test(repository)) return []
  const namespace = "http://www.openarchives.org/OAI/2.0/oai-identifier"
  const attributes = {
    xmlns: namespace,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": `${namespace} ${namespace}.xsd`,
  }
  return [
    element("description", {}, [
      element("oai-identifier", attributes, [
        element("scheme", {}, "oai"),
        element("repositoryIdentifier", {}, repository),
        element("delimiter", {}, ":"),
        element("sampleIdentifier", {}, identifierOf("00000000-0000-5000-8000-000000000000", site)),
      ]),
    ]),
  ]
}
