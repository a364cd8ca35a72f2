import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { beforeAll, expect, inject, test } from "vitest"
import { askText } from "./ask.js"
import { examples } from "./examples.js"
import { type Newsroom, serve } from "./newsroom.js"
import { run } from "./run.js"

const removed = examples()[0]

let newsrooms: readonly Newsroom[]
beforeAll(async () => {
  const own = await serve()
  newsrooms = [await serve("--sample"), own]
  await own.store.putAll(examples(20), { at: "2021-08-31T09:00:00Z", by: "conformance" })
  if (removed) await own.store.put(removed, { at: "2021-09-01T09:00:00Z", by: "conformance", action: "remove" })
  return () => Promise.all(newsrooms.map(({ close }) => close()))
})

test("every answer of OAI-PMH, errors too, is one that its schemas allow", async ({ task }) => {
  const errors = new Set<string>()
  let count = 0
  for (const { url, folder } of newsrooms) {
    const files: string[] = []
    for await (const answer of answers(`${url}/api/oai`)) {
      const code = /<error code="(\w+)"/.exec(answer)?.[1]
      if (code !== undefined) errors.add(code)
      files.push(join(folder, `answer-${files.length}.xml`))
      writeFileSync(files.at(-1) ?? "", answer)
    }
    await validate(files, folder)
    count += files.length
  }
  expect([...errors].toSorted()).toEqual(codes)
  task.meta.did = `xmllint validated ${count} answers to the six verbs, among them errors of ${errors.size} codes`
})

/** Every code of OAI-PMH 2.0, section 3.6, that this repository has a use for: it has sets. */
const codes = [
  "badArgument",
  "badResumptionToken",
  "badVerb",
  "cannotDisseminateFormat",
  "idDoesNotExist",
  "noMetadataFormats",
  "noRecordsMatch",
]

/** The answers to all verbs, lists to their ends and every kind of error. */
async function* answers(base: string): AsyncGenerator<string> {
  for (const question of questions) {
    let answer = await askText(`${base}?${question}`)
    yield answer
    const [verb = ""] = question.split("&")
    for (let token = resumption(answer); token !== undefined; token = resumption(answer)) {
      answer = await askText(`${base}?${verb}&resumptionToken=${encodeURIComponent(token)}`)
      yield answer
    }
    const identifiers = [...answer.matchAll(/<identifier>(.*?)<\/identifier>/g)].map(([, identifier]) => identifier)
    for (const identifier of identifiers.slice(-5)) {
      yield await askText(`${base}?verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`)
      yield await askText(`${base}?verb=ListMetadataFormats&identifier=${identifier}`)
    }
  }
}

const resumption = (answer: string) => /<resumptionToken[^>]*>(.+?)<\/resumptionToken>/.exec(answer)?.[1]

const questions = [
  "verb=Identify",
  "verb=ListMetadataFormats",
  "verb=ListSets",
  "verb=ListRecords&metadataPrefix=oai_dc",
  "verb=ListIdentifiers&metadataPrefix=oai_dc",
  "verb=ListIdentifiers&metadataPrefix=oai_dc&set=kind:event&from=2021-01-01",
  "verb=ListIdentifiers&metadataPrefix=oai_dc&from=2021-09-01T00:00:00Z&until=2999-12-31T23:59:59Z",
  "",
  "verb=Anything",
  "verb=Identify&verb=Identify",
  "verb=ListRecords",
  "verb=ListRecords&metadataPrefix=oai_dc&from=yesterday",
  "verb=ListRecords&metadataPrefix=oai_dc&from=2021-02-01&until=2021-01-01",
  "verb=ListRecords&metadataPrefix=oai_dc&colour=%3Cred%3E%20%26%20%22blue%22",
  "verb=ListRecords&metadataPrefix=marc21",
  "verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01",
  "verb=ListRecords&metadataPrefix=oai_dc&set=kind:none",
  "verb=ListRecords&resumptionToken=of-another",
  "verb=ListSets&resumptionToken=of-another",
  "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:example.org:none",
  "verb=GetRecord&metadataPrefix=oai_dc&identifier=not%20a%20URI",
  "verb=ListMetadataFormats&identifier=oai:example.org:none",
]

/** Throws with what xmllint says of any that is not valid. Nothing is read from the network. */
async function validate(files: readonly string[], folder: string): Promise<void> {
  const schema = join(folder, "answer.xsd")
  const catalog = join(folder, "catalog.xml")
  const at = (name: string) => pathToFileURL(join(inject("schemas"), name)).href
  writeFileSync(schema, combined(at))
  writeFileSync(catalog, catalogOf(at))
  await run("xmllint", ["--nonet", "--noout", "--schema", schema, ...files], { env: { XML_CATALOG_FILES: catalog } })
}

/** One schema for an answer and what is in it, for xmllint takes one. */
const combined = (at: (name: string) => string) => `<schema xmlns="http://www.w3.org/2001/XMLSchema">
  <import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="${at("OAI-PMH.xsd")}"/>
  <import namespace="http://www.openarchives.org/OAI/2.0/oai_dc/" schemaLocation="${at("oai_dc.xsd")}"/>
</schema>
`

/** The package's copy of oai_dc.xsd imports the elements by an address of the web; here they are a file. */
const catalogOf = (at: (name: string) => string) => `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <system systemId="http://vo.ari.uni-heidelberg.de/docs/schemata/simpledc20021212.xsd" uri="${at("simpledc20021212.xsd")}"/>
</catalog>
`
