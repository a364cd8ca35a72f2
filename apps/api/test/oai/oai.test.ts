import { topics } from "@pg/domain"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createApi } from "../../src/index.js"
import { changedAt, examples, openArchive, startedAt } from "../archive.js"
import { damage } from "../damage.js"
import { all, texts } from "../xml.js"
import { harvester } from "./harvester.js"

let archive: Awaited<ReturnType<typeof openArchive>>
let oai: ReturnType<typeof harvester>
const dated = examples["news/dated"]!
const event = examples["event/timed"]!
const undated = examples["news/undated"]!

beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
  await archive.store.put(undated, {
    at: "2021-08-31T10:00:00.5Z",
    by: "test",
    action: "withdraw",
    changeNote: "Wrong",
  })
  oai = harvester((path, init) => archive.api.request(path, init))
})
afterAll(() => archive.close())

const identifier = (id: string) => `oai:example.org:${id}`
const oaiDc = { metadataPrefix: "oai_dc" }
const records = { verb: "ListRecords", ...oaiDc }

test("Identify says who this is, since when there are records, and that deletions are told for ever", async () => {
  const { root, request, responseDate } = await oai.ask("verb=Identify")
  const said = (name: string) => texts(root, name)
  expect(said("repositoryName")).toEqual(["Pompidou Group newsroom"])
  expect(said("baseURL")).toEqual(["https://example.org/api/oai"])
  expect(said("protocolVersion")).toEqual(["2.0"])
  expect(said("adminEmail")).toEqual(["webmaster@example.org"])
  expect(said("earliestDatestamp")).toEqual(["2021-08-31T09:00:00Z"])
  expect(said("deletedRecord")).toEqual(["persistent"])
  expect(said("granularity")).toEqual(["YYYY-MM-DDThh:mm:ssZ"])
  expect(said("repositoryIdentifier")).toEqual(["example.org"])
  expect([request, responseDate]).toEqual([{ verb: "Identify" }, "2021-09-01T00:00:00Z"])
})

test("harvesters are told where to write: the address that is given, else the webmaster of the host, if that can have one", async () => {
  const emailOf = async (siteUrl: string, adminEmail?: string) => {
    const api = createApi({ store: archive.store, siteUrl, now: () => new Date(startedAt), adminEmail })
    return texts((await harvester((path) => api.request(path)).ask("verb=Identify")).root, "adminEmail")
  }
  expect(await emailOf("https://example.org", "web@example.com")).toEqual(["web@example.com"])
  expect(await emailOf("https://news.example.org")).toEqual(["webmaster@news.example.org"])
  expect(await emailOf("http://localhost:3000")).toEqual(["webmaster@localhost.invalid"])
})

test("ListSets names a set for each kind and for each topic of the vocabulary", async () => {
  const { root } = await oai.ask("verb=ListSets")
  const sets = all(root, "set").map((set) => [texts(set, "setSpec")[0], texts(set, "setName")[0]])
  expect(sets.slice(0, 3)).toEqual([
    ["kind:news", "News"],
    ["kind:event", "Events"],
    ["kind:publication", "Publications"],
  ])
  expect(sets).toContainEqual(["topic:opioid-agonist-treatment", "opioid agonist treatment"])
  expect(sets).toHaveLength(3 + topics.length)
})

test("ListMetadataFormats has Dublin Core, of all records and of one", async () => {
  for (const more of ["", `&identifier=${identifier(dated.id)}`]) {
    const { root } = await oai.ask(`verb=ListMetadataFormats${more}`)
    expect(texts(root, "metadataPrefix")).toEqual(["oai_dc"])
    expect(texts(root, "metadataNamespace")).toEqual(["http://www.openarchives.org/OAI/2.0/oai_dc/"])
  }
})

test("GetRecord gives a record with its sets, its Dublin Core and the second of its last change", async () => {
  const { records: found } = await oai.ask({ verb: "GetRecord", identifier: identifier(event.id), ...oaiDc })
  expect(found).toEqual([
    {
      identifier: identifier(event.id),
      datestamp: "2021-08-31T09:00:00Z",
      sets: ["kind:event", ...event.topics.toSorted().map((topic) => `topic:${topic}`)],
      isDeleted: false,
      title: event.title,
    },
  ])
})

test("of what is withdrawn a header is left, marked as deleted, in every verb that gives records", async () => {
  const gone = {
    identifier: identifier(undated.id),
    datestamp: "2021-08-31T10:00:00Z",
    isDeleted: true,
    title: undefined,
  }
  const asked = [
    { verb: "GetRecord", identifier: identifier(undated.id), ...oaiDc },
    { ...records, from: "2021-08-31T10:00:00Z" },
    { verb: "ListIdentifiers", from: "2021-08-31T10:00:00Z", ...oaiDc },
  ]
  for (const args of asked) expect((await oai.ask(args)).records).toMatchObject([gone])
})

test("a minor change moves the datestamp, though not what the item says of itself", async () => {
  const minor = { at: "2021-08-31T10:30:00Z", by: "test", updateType: "minor" as const }
  const handbook = examples["publication/handbook"]!
  await archive.store.put({ ...handbook, subtitle: "A comma" }, minor)
  const { records: found } = await oai.ask({ verb: "GetRecord", identifier: identifier(handbook.id), ...oaiDc })
  expect(found).toMatchObject([{ datestamp: "2021-08-31T10:30:00Z" }])
})

test("a list of records and a list of their headers say the same", async () => {
  const { records: whole } = await oai.harvest(records)
  const { records: headers } = await oai.harvest({ verb: "ListIdentifiers", ...oaiDc })
  expect(headers).toEqual(whole.map((record) => ({ ...record, title: undefined })))
  expect(whole).toHaveLength(Object.keys(examples).length)
})

test("a set has the records of its kind or topic, and no others", async () => {
  for (const [set, isIn] of [
    ["kind:event", (item) => item.kind === "event"],
    ["topic:prisons", (item) => item.topics.includes("prisons")],
  ] satisfies [string, (item: typeof dated) => boolean][]) {
    const expected = Object.values(examples).filter(isIn)
    const { records: found } = await oai.harvest({ ...records, set })
    expect(found.map((record) => record.identifier).toSorted()).toEqual(
      expected.map(({ id }) => identifier(id)).toSorted(),
    )
    expect(found.every(({ sets }) => sets.includes(set))).toBe(true)
    expect(found.length).toBeGreaterThan(0)
  }
})

test("from and until are both inclusive, by the second and by the day", async () => {
  const count = async (more: Record<string, string>) => (await oai.ask({ ...records, ...more })).records.length
  const every = Object.keys(examples).length
  expect(await count({ from: "2021-08-31" })).toBe(every)
  expect(await count({ until: "2021-08-31" })).toBe(every)
  expect(await count({ from: "2021-08-31", until: "2021-08-31" })).toBe(every)
  expect(await count({ from: "2021-08-31T09:00:00Z", until: "2021-08-31T09:00:00Z" })).toBe(every - 2)
  expect(await count({ from: "2021-08-31T10:00:00Z", until: "2021-08-31T10:00:00Z" })).toBe(1)
})

test("a form that is posted is answered like a query string", async () => {
  const body = new URLSearchParams({ ...records, set: "kind:event" })
  const posted = await oai.ask("", { method: "POST", body })
  const got = await oai.ask({ ...records, set: "kind:event" })
  expect(posted.records).toEqual(got.records)
  expect(posted.request).toEqual({ ...records, set: "kind:event" })
})

test("a harvester that goes before its form has come is no failure of the server", async () => {
  const gone = new AbortController()
  const body = new ReadableStream({
    pull: (form) => {
      gone.abort()
      form.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" }))
    },
  })
  const reported: unknown[] = []
  const api = createApi({
    store: archive.store,
    siteUrl: "https://example.org",
    now: () => new Date(startedAt),
    reportError: (error) => reported.push(error),
  })
  const init = { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, duplex: "half" }
  const response = await api.request("/api/oai", { ...init, body, signal: gone.signal } as RequestInit)
  expect([response.status, reported]).toEqual([400, []])
})

test("an answer is XML, is not kept by caches, and is whole for HEAD too", async () => {
  for (const method of ["GET", "HEAD"]) {
    const { status, headers } = await archive.api.request("/api/oai?verb=Identify", { method })
    expect([status, headers.get("content-type")]).toEqual([200, "text/xml; charset=utf-8"])
    expect(headers.get("cache-control")).toBe("no-store")
  }
})

test("only reading and posted forms are allowed, and Allow says so", async () => {
  const response = await archive.api.request("/api/oai?verb=Identify", { method: "PUT" })
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, POST, OPTIONS"])
})

describe("errors", () => {
  test.each([
    ["no verb", ""],
    ["an empty verb", "verb="],
    ["a verb that there is not", "verb=ListRecord&metadataPrefix=oai_dc"],
    ["a verb in other letters", "verb=identify"],
    ["a verb that every object has", "verb=constructor"],
    ["two verbs", "verb=Identify&verb=Identify"],
  ])("%s is badVerb, and the request is not repeated", async (_, query) => {
    const { errors, request } = await oai.ask(query)
    expect([errors, request]).toEqual([["badVerb"], {}])
  })

  test.each([
    ["an argument that the verb does not take", "verb=Identify&set=kind:event"],
    ["an argument that nothing takes", "verb=ListSets&limit=5"],
    ["an argument given twice", "verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc"],
    ["a list without its format", "verb=ListRecords"],
    ["a record without its identifier", "verb=GetRecord&metadataPrefix=oai_dc"],
    ["a record without its format", "verb=GetRecord&identifier=oai:example.org:1"],
    ["an identifier that is no URI", 'verb=GetRecord&metadataPrefix=oai_dc&identifier=not"a<uri'],
    [
      "an identifier with a percent sign that escapes nothing",
      "verb=GetRecord&metadataPrefix=oai_dc&identifier=a:%25zz",
    ],
    ["a prefix with a space", "verb=ListRecords&metadataPrefix=oai+dc"],
    ["an empty argument", "verb=ListRecords&metadataPrefix=oai_dc&from="],
    ["a day that no calendar has", "verb=ListRecords&metadataPrefix=oai_dc&from=2021-02-30"],
    ["a month as a date", "verb=ListRecords&metadataPrefix=oai_dc&from=2021-02"],
    ["an offset other than Z", "verb=ListRecords&metadataPrefix=oai_dc&from=2021-02-01T00:00:00%2B01:00"],
    ["fractions of a second", "verb=ListRecords&metadataPrefix=oai_dc&until=2021-02-01T00:00:00.5Z"],
    ["an hour that no clock has", "verb=ListRecords&metadataPrefix=oai_dc&until=2021-02-01T25:00:00Z"],
    ["two granularities", "verb=ListRecords&metadataPrefix=oai_dc&from=2021-08-31&until=2021-09-01T00:00:00Z"],
    ["from after until", "verb=ListRecords&metadataPrefix=oai_dc&from=2021-09-02&until=2021-09-01"],
    ["a set with a forbidden character", "verb=ListRecords&metadataPrefix=oai_dc&set=kind/event"],
    ["a set that ends in a colon", "verb=ListRecords&metadataPrefix=oai_dc&set=kind:"],
    ["a token beside other arguments", "verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=abc"],
    ["an empty token", "verb=ListRecords&resumptionToken="],
  ])("%s is badArgument, and the request is not repeated", async (_, query) => {
    const { errors, request } = await oai.ask(query)
    expect([new Set(errors), request]).toEqual([new Set(["badArgument"]), {}])
  })

  test("everything that is wrong with the arguments is said at once", async () => {
    const { root } = await oai.ask("verb=ListRecords&from=yesterday&limit=5")
    expect(all(root, "error").map(({ text }) => text)).toEqual([
      'ListRecords takes no argument "limit"; it takes metadataPrefix, from, until, set, resumptionToken.',
      'The argument "from" must be a date in UTC, as in 2021-06-15 or 2021-06-15T09:30:00Z.',
      'ListRecords needs the argument "metadataPrefix".',
    ])
  })

  test("a form that is too long, or of another type, is not understood", async () => {
    const post = (body: string, type: string) =>
      oai.ask("", { method: "POST", body, headers: { "content-type": type } })
    expect((await post("verb=Identify", "text/plain")).errors).toEqual(["badVerb"])
    const long = `verb=Identify&set=${"a".repeat(9000)}`
    expect((await post(long, "application/x-www-form-urlencoded")).errors).toEqual(["badArgument"])
  })

  test("a format that there is not is cannotDisseminateFormat", async () => {
    for (const verb of ["ListRecords", "ListIdentifiers"])
      expect(await oai.ask({ verb, metadataPrefix: "marc21" })).toMatchObject({
        errors: ["cannotDisseminateFormat"],
        request: { verb, metadataPrefix: "marc21" },
      })
    const one = { verb: "GetRecord", identifier: identifier(dated.id), metadataPrefix: "marc21" }
    expect((await oai.ask(one)).errors).toEqual(["cannotDisseminateFormat"])
  })

  test.each([
    ["of no item", "oai:example.org:00000000-0000-5000-8000-000000000000"],
    ["of another repository", `oai:example.com:${dated.id}`],
    ["that is an address", "https://example.org/en/news/a"],
  ])("an identifier %s is idDoesNotExist", async (_, unknown) => {
    for (const args of [
      { verb: "GetRecord", identifier: unknown, ...oaiDc },
      { verb: "ListMetadataFormats", identifier: unknown },
    ])
      expect(await oai.ask(args)).toMatchObject({ errors: ["idDoesNotExist"], request: args })
  })

  test("of a deleted record there are noMetadataFormats", async () => {
    const { errors } = await oai.ask({ verb: "ListMetadataFormats", identifier: identifier(undated.id) })
    expect(errors).toEqual(["noMetadataFormats"])
  })

  test.each([
    ["before the first record", { until: "2021-08-30" }],
    ["after the last one", { from: "2021-08-31T10:30:01Z" }],
    ["of a set that there is not", { set: "topic:beekeeping" }],
    ["of the part of a set's name before its colon", { set: "kind" }],
  ])("records %s are noRecordsMatch", async (_, more) => {
    const { errors, request } = await oai.ask({ ...records, ...more })
    expect([errors, request]).toEqual([["noRecordsMatch"], { ...records, ...more }])
  })

  test("who asks for a set that there is not is told so, with the one that was meant", async () => {
    const { root } = await oai.ask({ ...records, set: "topic:prsons" })
    expect(texts(root, "error").join()).toMatch(/^There is no set .*topic:prsons.*; was topic:prisons meant\?$/)
  })

  test("a token that was not given out, or was given out for something else, is badResumptionToken", async () => {
    const other = archive.store.sign("changes 1")
    const tokens = ["abc", other, `${other}x`]
    for (const resumptionToken of tokens)
      for (const verb of ["ListRecords", "ListIdentifiers", "ListSets"])
        expect((await oai.ask({ verb, resumptionToken })).errors).toEqual(["badResumptionToken"])
  })

  test("an error is said in the namespace of the protocol, with the date of the answer", async () => {
    const { root, responseDate } = await oai.ask("verb=nothing")
    expect([root.name, root.namespace]).toEqual(["OAI-PMH", "http://www.openarchives.org/OAI/2.0/"])
    expect(responseDate).toBe("2021-09-01T00:00:00Z")
  })
})

test("an archive with nothing in it is a repository all the same", async () => {
  const { api, close } = await openArchive([])
  const empty = harvester((path) => api.request(path))
  expect(texts((await empty.ask("verb=Identify")).root, "earliestDatestamp")).toEqual(["1970-01-01T00:00:00Z"])
  expect((await empty.ask(records)).errors).toEqual(["noRecordsMatch"])
  await close()
})

test("a store that does not answer is told as the protocol has it: try again later", async () => {
  const { api, close, file } = await openArchive(Object.values(examples))
  damage(file)
  const response = await api.request("/api/oai?verb=ListRecords&metadataPrefix=oai_dc")
  expect(response.status).toBe(503)
  expect(response.headers.get("retry-after")).toMatch(/^\d+$/)
  await close()
})

test("what was changed at the moment of asking is in the next harvest from that moment on", async () => {
  expect(startedAt > changedAt).toBe(true)
  const { responseDate } = await oai.harvest(records)
  await archive.store.put({ ...dated, subtitle: "At once" }, { at: startedAt, by: "test" })
  const { records: found } = await oai.harvest({ ...records, from: responseDate })
  expect(found.map((record) => record.identifier)).toEqual([identifier(dated.id)])
})
