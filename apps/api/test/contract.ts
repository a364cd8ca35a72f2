import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import type { Hono } from "hono"
import { createDocument, type Document, type OperationObject } from "../src/openapi/document.js"
import { addressOf, type Declared, declaredAt } from "./declared.js"

/** The contract that every answer in every test of the API is held against. */
export const contract: Document = createDocument("https://example.org")

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema({ $id: "contract", ...contract })

type Response_ = { content?: Record<string, unknown>; headers?: Record<string, unknown>; $ref?: string }
type Asked = { method: string; url: URL; contentType: string; body: unknown }

/** The same API, that throws where an answer is not as the contract says, or more is taken than the contract says. */
export function checked(api: Hono): Hono {
  const ask = api.request
  api.request = async (input, init, ...rest) => {
    const request = input instanceof Request ? input : undefined
    const method = request?.method ?? init?.method ?? "GET"
    const url = new URL(input instanceof Request ? input.url : input, "https://example.org")
    const contentType = new Headers(request?.headers ?? init?.headers).get("content-type") ?? ""
    const response = await ask(input, init, ...rest)
    if (method !== "OPTIONS") await check({ method, url, contentType, body: init?.body }, response.clone())
    return response
  }
  return api
}

/** Throws where an answer is not one that the contract promises for the address. */
async function check(asked: Asked, response: Response): Promise<void> {
  const { method, url } = asked
  const name = `${method} ${url.pathname}`
  const declared = declaredAt(contract, method, url.pathname)
  if (!declared) return checkUndeclared(name, method, response)
  const { template, operation } = declared
  const { status, headers } = response
  const says = (what: string) => `${name} answers ${what}, of which the contract of ${template} says nothing`
  const promised = resolve(operation.responses[status])
  if (!promised) throw new Error(says(String(status)))
  const unsaid = Object.keys(contract.components.headers).filter(
    (field) => headers.has(field) && !(field in (promised.headers ?? {})),
  )
  if (unsaid.length > 0) throw new Error(says(`${status} with ${unsaid.join()}`))
  if (response.ok) checkTaken(name, asked, operation, declared)
  if (!promised.content || method === "HEAD") return void response.body?.cancel()
  const mediaType = typeOf(headers.get("content-type"))
  if (!(mediaType in promised.content)) throw new Error(says(`${status} as ${mediaType}`))
  if (!/[/+]json$/.test(mediaType)) return void response.body?.cancel()
  const where = promised.$ref ?? `${addressOf(declared)}/responses/${status}`
  validate(`${where}/content/${escaped(mediaType)}/schema`, await response.json(), `${name} answers (${status})`)
}

/** What the contract does not have is refused, unless it is only read: some files are no part of it. */
async function checkUndeclared(name: string, method: string, response: Response): Promise<void> {
  if (["GET", "HEAD"].includes(method)) return void response.body?.cancel()
  if (response.status < 400 || response.status >= 500)
    throw new Error(`${name} answers ${response.status}, and the contract has no such operation`)
  const schema = response.status === 422 ? "InvalidProblem" : "Problem"
  validate(`#/components/schemas/${schema}`, await response.json(), `${name} answers (${response.status})`)
}

/** These answer 200 whatever is sent, and say in the answer what is wrong with it. */
const takeAnything = ["writeItems", "harvestByForm"]

/** What was taken is what the contract says may be sent. */
function checkTaken(name: string, { url, contentType, body }: Asked, operation: OperationObject, declared: Declared) {
  if (takeAnything.includes(operation.operationId)) return
  const known = ((operation["parameters"] ?? []) as { name: string }[]).map((parameter) => parameter.name)
  const unknown = [...url.searchParams.keys()].filter((parameter) => !known.includes(parameter))
  if (unknown.length > 0 && operation["requestBody"] !== undefined)
    throw new Error(`${name} takes ${unknown.join()}, of which the contract says nothing`)
  const { content } = (operation["requestBody"] ?? { content: {} }) as { content: Record<string, object> }
  const mediaType = typeOf(contentType)
  if (mediaType !== "" && body !== undefined && !(mediaType in content || "*/*" in content))
    throw new Error(`${name} takes ${mediaType}, of which the contract says nothing`)
  if (typeof body !== "string" || body.trim() === "" || !/[/+]json$/.test(mediaType)) return
  const where = `${addressOf(declared)}/requestBody/content/${escaped(mediaType)}/schema`
  validate(where, JSON.parse(body), `${name} takes`)
}

/** Compiling takes longer than most answers. */
const validators = new Map<string, ReturnType<typeof ajv.compile>>()

function validate(pointer: string, value: unknown, what: string): void {
  const holds = validators.get(pointer) ?? ajv.compile({ $ref: `contract${pointer}` })
  validators.set(pointer, holds)
  if (!holds(value)) throw new Error(`${what} what the contract does not have: ${ajv.errorsText(holds.errors)}`)
}

const typeOf = (field: string | null) => (field ?? "").split(";")[0]?.trim().toLowerCase() ?? ""

const resolve = (response: Response_ | undefined): Response_ | undefined => {
  const name = /^#\/components\/responses\/(.*)$/.exec(response?.$ref ?? "")?.[1]
  return name === undefined ? response : { ...contract.components.responses[name], $ref: response?.$ref ?? "" }
}

const escaped = (pointer: string) => encodeURIComponent(pointer.replaceAll("~", "~0").replaceAll("/", "~1"))
