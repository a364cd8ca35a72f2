import { hash } from "node:crypto"
import { isConditional, weigh, withoutContent } from "../conditional.js"
import { remember } from "../remember.js"
import { acceptedCodings, type Coding, codings, encode, isCompressible, leastBytes } from "./coding.js"
import type { Answer, Asked, Coded } from "./exchange.js"
import { problemAnswer } from "./problem-answer.js"

type Form = Answer & { body: Uint8Array<ArrayBuffer> }

/** A whole answer, in every coding that somebody asked for, each made once. */
export type Content = {
  hash: string
  route: string | undefined
  /** Header fields that are the same in every coding, and, once somebody has asked, those of them that go with 304 too. */
  headers: Record<string, string>
  headersOf304?: Record<string, string>
  changedAt: number | undefined
  /** Whether it becomes shorter by being compressed. */
  isSqueezable: boolean
  forms: Partial<Record<Coding, Form | Promise<Form>>>
}

/**
 * The content of an answer that is whole: its header fields, by names in lower case, and its bytes. The strong entity tag
 * that it has is kept, and so are the forms of it that were `coded` beforehand.
 */
export function contentOf(
  fields: Readonly<Record<string, string>>,
  body: Uint8Array<ArrayBuffer>,
  route: string | undefined,
  coded: Coded = {},
): Content {
  const { etag = "" } = fields
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(fields)) if (!ofOneAnswer.has(name)) headers[name] = value
  const isText = isCompressible(headers["content-type"])
  if (isText)
    headers["vary"] = headers["vary"] === undefined ? "Accept-Encoding" : `${headers["vary"]}, Accept-Encoding`
  const content: Content = {
    hash: /^"([^"]+)"$/.exec(etag)?.[1] ?? hash("sha256", body, "base64url").slice(0, 27),
    route,
    headers,
    changedAt: instantOf(headers["last-modified"]),
    isSqueezable: isText && body.length >= leastBytes,
    forms: {},
  }
  content.forms.identity = formOf(content, "identity", body)
  for (const coding of ["br", "gzip"] as const) {
    const bytes = coded[coding]
    if (bytes) content.forms[coding] = formOf(content, coding, bytes)
  }
  return content
}

/** What is said anew of each form, or each time. */
const ofOneAnswer = new Set(["etag", "content-length", "x-request-id"])

const parsed = remember((date = "") => Date.parse(date))

function instantOf(date: string | undefined): number | undefined {
  const instant = date === undefined ? Number.NaN : parsed(date)
  return Number.isNaN(instant) ? undefined : instant
}

/** The answer to a GET or HEAD: the content in the coding that the client likes best, 304 where it has that, 406, 412. */
export function give(content: Content, { method, headers }: Asked): Answer | Promise<Answer> {
  const accepted = acceptedCodings(headers["accept-encoding"])
  const coding = content.isSqueezable || !accepted.includes("identity") ? accepted[0] : "identity"
  if (coding === undefined) return noCoding
  if (isConditional(headers)) {
    const verdict = weigh(headers, { etags: tagsOf(content, coding), changedAt: content.changedAt })
    if ("unmodified" in verdict)
      return {
        status: 304,
        headers: (content.headersOf304 ??= withoutContent(content.headers)),
        own: { etag: verdict.unmodified },
        body: null,
      }
    if ("failed" in verdict) return changedSince
  }
  const form = content.forms[coding] ?? compress(content, coding)
  if (form instanceof Promise) return form.then((made) => send(made, method))
  return send(form, method)
}

const send = (form: Form, method: string): Answer => (method === "HEAD" ? { ...form, body: null } : form)

/** How many bytes are kept of a content. */
export const bytesOf = ({ headers, forms }: Content): number =>
  Object.values(forms).reduce((sum, form) => sum + ("body" in form ? form.body.length : 0), 1000) +
  Object.values(headers).reduce((sum, value) => sum + 3 * value.length, 0)

/** Lets a content that is the same as another, made anew, have what was compressed of that. */
export function inherit(content: Content, from: Content): void {
  if (content.hash !== from.hash) return
  for (const coding of codings) {
    const form = from.forms[coding]
    if (form && "body" in form) content.forms[coding] ??= formOf(content, coding, form.body)
  }
}

async function compress(content: Content, coding: Coding): Promise<Form> {
  const making = make(content, coding)
  content.forms[coding] = making
  try {
    const form = await making
    content.forms[coding] = form
    return form
  } catch (error) {
    delete content.forms[coding]
    throw error
  }
}

async function make(content: Content, coding: Coding): Promise<Form> {
  const plain = await content.forms.identity
  if (plain === undefined || coding === "identity") throw new Error("every content is there in identity")
  return formOf(content, coding, await encode(plain.body, coding))
}

const formOf = (content: Content, coding: Coding, body: Uint8Array<ArrayBuffer>): Form => ({
  status: 200,
  headers: {
    ...content.headers,
    etag: tagOf(content, coding),
    ...(coding !== "identity" && { "content-encoding": coding }),
    "content-length": String(body.length),
  },
  body,
  head: {},
})

/** The forms of one content have different bytes, and so different strong tags (RFC 9110 section 8.8.3.3). */
const tagOf = (content: Content, coding: Coding) => `"${content.hash}${coding === "identity" ? "" : `-${coding}`}"`

/** Whichever form a client has, it has the content; the form that it is about to be given comes first. */
const tagsOf = (content: Content, coding: Coding): [string, ...string[]] => [
  tagOf(content, coding),
  ...codings.filter((other) => other !== coding).map((other) => tagOf(content, other)),
]

const noCoding = problemAnswer(406, {
  detail: "Nothing that the Accept-Encoding header names can be given here. These codings are there.",
  codings,
})
const changedSince = problemAnswer(412, { detail: "What is here is not what the request's conditions speak of." })
