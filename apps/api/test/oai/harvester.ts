import { all, parseXml, texts, type XmlElement } from "../xml.js"

/** A record as a harvester keeps it. */
export type Harvested = {
  identifier: string
  datestamp: string
  sets: string[]
  isDeleted: boolean
  title: string | undefined
}

/** What an answer says: its errors, its records or headers, and where it goes on (`undefined` where it does not come in parts). */
export type Answer = {
  root: XmlElement
  responseDate: string
  request: Record<string, string>
  errors: string[]
  records: Harvested[]
  resumption: { token: string; cursor: string | undefined; completeListSize: string | undefined } | undefined
}

type Ask = (path: string, init?: RequestInit) => Response | Promise<Response>

/** A harvester of OAI-PMH that knows nothing of ours but the address. */
export function harvester(request: Ask) {
  const ask = async (args: Record<string, string> | string, init?: RequestInit): Promise<Answer> => {
    const query = typeof args === "string" ? args : new URLSearchParams(args).toString()
    const response = await request(`/api/oai${query && `?${query}`}`, init)
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
    return readAnswer(await response.text())
  }
  /** Every part of a list, to its end. `between` happens after each part. */
  const harvest = async (args: Record<string, string>, between: () => Promise<unknown> = async () => {}) => {
    const parts = [await ask(args)]
    for (let token = parts[0]?.resumption?.token; token; token = parts.at(-1)?.resumption?.token) {
      await between()
      parts.push(await ask({ verb: args["verb"] ?? "", resumptionToken: token }))
    }
    return { parts, records: parts.flatMap(({ records }) => records), responseDate: parts[0]?.responseDate ?? "" }
  }
  return { ask, harvest }
}

function readAnswer(text: string): Answer {
  const root = parseXml(text)
  const [resumption] = all(root, "resumptionToken")
  return {
    root,
    responseDate: texts(root, "responseDate")[0] ?? "",
    request: all(root, "request")[0]?.attributes ?? {},
    errors: all(root, "error").map(({ attributes }) => attributes["code"] ?? ""),
    records: records(root),
    resumption: resumption && {
      token: resumption.text,
      cursor: resumption.attributes["cursor"],
      completeListSize: resumption.attributes["completeListSize"],
    },
  }
}

function records(root: XmlElement): Harvested[] {
  const found = all(root, "record")
  const headers = found.length > 0 ? [] : all(root, "header").map((header) => ({ header, record: header }))
  return [...found.map((record) => ({ header: all(record, "header")[0] ?? record, record })), ...headers].map(
    ({ header, record }) => ({
      identifier: texts(header, "identifier")[0] ?? "",
      datestamp: texts(header, "datestamp")[0] ?? "",
      sets: texts(header, "setSpec"),
      isDeleted: header.attributes["status"] === "deleted",
      title: texts(record, "title")[0],
    }),
  )
}
