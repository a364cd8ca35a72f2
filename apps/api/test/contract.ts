import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import type { Hono } from "hono"
import { createDocument, type Document } from "../src/openapi/document.js"

/** The contract that every answer in every test of the API is held against. */
export const contract: Document = createDocument("https://example.org")

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema({ $id: "contract", ...contract })

type Response_ = { content?: Record<string, unknown>; headers?: Record<string, unknown>; $ref?: string }

/** The same API, that throws where an answer to a GET is not as the contract says. */
export function checked(api: Hono): Hono {
  const ask = api.request
  api.request = async (input, init, ...rest) => {
    const response = await ask(input, init, ...rest)
    const { method, url } = input instanceof Request ? input : { method: init?.method ?? "GET", url: String(input) }
    if (method === "GET") await check(new URL(url, "https://example.org").pathname, response.clone())
    return response
  }
  return api
}

/** Throws where an answer is not one that the contract promises for the address. */
async function check(path: string, response: Response): Promise<void> {
  const template = templateOf(path)
  if (template === undefined) return
  const { status, headers } = response
  const promised = resolve(contract.paths[template]?.get.responses[status])
  if (!promised) throw new Error(`${path} answers ${status}, of which the contract of ${template} says nothing`)
  const unsaid = Object.keys(contract.components.headers).filter(
    (name) => headers.has(name) && !(name in (promised.headers ?? {})),
  )
  if (unsaid.length > 0)
    throw new Error(
      `${path} answers ${status} with ${unsaid.join()}, of which the contract of ${template} says nothing`,
    )
  if (!promised.content) return void response.body?.cancel()
  const mediaType = (headers.get("content-type") ?? "").split(";")[0] ?? ""
  if (!(mediaType in promised.content))
    throw new Error(`${path} answers ${status} as ${mediaType}, of which the contract of ${template} says nothing`)
  if (!/[/+]json$/.test(mediaType)) return void response.body?.cancel()
  const where = promised.$ref ?? `#/paths/${escaped(template)}/get/responses/${status}`
  const validate = validatorOf(`contract${where}/content/${escaped(mediaType)}/schema`)
  if (!validate(await response.json()))
    throw new Error(`${path} answers what the contract does not promise: ${ajv.errorsText(validate.errors)}`)
}

/** To make one takes longer than to ask the API. */
function validatorOf($ref: string) {
  const validate = validators.get($ref) ?? ajv.compile({ $ref })
  validators.set($ref, validate)
  return validate
}

const validators = new Map<string, ReturnType<typeof ajv.compile>>()

const resolve = (response: Response_ | undefined): Response_ | undefined => {
  const name = /^#\/components\/responses\/(.*)$/.exec(response?.$ref ?? "")?.[1]
  return name === undefined ? response : { ...contract.components.responses[name], $ref: response?.$ref ?? "" }
}

const escaped = (pointer: string) => encodeURIComponent(pointer.replaceAll("~", "~0").replaceAll("/", "~1"))

/** The address template that an address is one of; those without variables first. */
function templateOf(path: string): string | undefined {
  return Object.keys(contract.paths)
    .toSorted((a, b) => Number(a.includes("{")) - Number(b.includes("{")))
    .find((template) => patternOf(template).test(path))
}

const patternOf = (template: string) =>
  new RegExp(
    `^${template
      .replace(/[.]/g, "\\.")
      .replace(/\{extension\}/g, "[a-z.]+")
      .replace(/\{\w+\}/g, "[^/]+")}$`,
  )
