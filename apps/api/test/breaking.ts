import type { Document } from "../src/openapi/document.js"
import { declaredIn } from "./declared.js"

type Json = Record<string, unknown>

/**
 * What would break a client that was written for one contract when it meets another: something that one could ask, or
 * rely on in an answer, is gone or is another. What is new breaks nothing, but for a parameter that must be given.
 */
export function breakingChanges(released: Document, current: Document): string[] {
  return [
    ...declaredIn(released).flatMap(({ template, method, operation }) => {
      const name = nameOf(template, method)
      const now = current.paths[template]?.[method]
      return now === undefined ? [`${name} is gone`] : ofOperation(name, operation, now)
    }),
    ...Object.entries(released.components.schemas).flatMap(([name, schema]) => {
      const now = current.components.schemas[name]
      const { answered, sent } = useOf(released, name)
      return [
        ...(answered || !sent ? ofSchema(name, schema as Json, now as Json | undefined) : []),
        ...(sent ? ofInput(name, schema as Json, now as Json | undefined) : []),
      ]
    }),
  ]
}

/** What is read goes by its address alone. */
const nameOf = (template: string, method: string) =>
  method === "get" ? template : `${method.toUpperCase()} ${template}`

function ofOperation(path: string, before: Json, now: Json): string[] {
  const parameters = byName(before["parameters"])
  const parametersNow = byName(now["parameters"])
  return [
    ...Object.entries(parameters).flatMap(([name, parameter]) =>
      ofParameter(`${path} ${name}`, parameter, parametersNow[name]),
    ),
    ...Object.entries(parametersNow).flatMap(([name, { required }]) =>
      required === true && parameters[name]?.["required"] !== true ? [`${path} ${name} must be given`] : [],
    ),
    ...Object.entries(answersOf(before)).flatMap(([status, types]) =>
      types.flatMap((type) => {
        if (answersOf(now)[status]?.includes(type)) return []
        return [status === "200" ? `${path} is not given as ${type}` : `${path} does not answer ${status} as ${type}`]
      }),
    ),
    ...ofBody(path, before["requestBody"] as Json | undefined, now["requestBody"] as Json | undefined),
    ...scopesOf(now).flatMap((scope) => (scopesOf(before).includes(scope) ? [] : [`${path} asks for ${scope}`])),
  ]
}

/** What may be sent. */
function ofBody(path: string, before: Json | undefined, now: Json | undefined): string[] {
  const contentNow = (now?.["content"] ?? {}) as Record<string, Json>
  return [
    ...(now?.["required"] === true && before?.["required"] !== true ? [`${path} must have a body`] : []),
    ...Object.entries((before?.["content"] ?? {}) as Record<string, Json>).flatMap(([type, { schema }]) =>
      contentNow[type] === undefined
        ? [`${path} does not take ${type}`]
        : ofInput(`${path} ${type}`, schema as Json, contentNow[type]["schema"] as Json),
    ),
  ]
}

/** A request may hold more than before, and must not need to. */
function ofInput(where: string, before: Json, now: Json | undefined): string[] {
  const narrower = narrowed(where, before, now)
  if (now === undefined) return narrower
  const properties = (now["properties"] ?? {}) as Record<string, Json>
  const required = (before["required"] ?? []) as string[]
  return [
    ...narrower,
    ...Object.entries((before["properties"] ?? {}) as Record<string, Json>).flatMap(([name, property]) =>
      name in properties ? ofInput(`${where}.${name}`, property, properties[name]) : [`${where}.${name} is gone`],
    ),
    ...((now["required"] ?? []) as string[]).flatMap((name) =>
      required.includes(name) ? [] : [`${where}.${name} must be given`],
    ),
  ]
}

/** Whether a schema stands in answers or in what is sent, by itself or below another. */
function useOf(document: Document, name: string): { answered: boolean; sent: boolean } {
  const operations = declaredIn(document).map(({ operation }) => operation)
  const within = (value: unknown) => reachable(document, value).has(name)
  return {
    answered: within([operations.map(({ responses }) => responses), document.components.responses]),
    sent: within(operations.map((operation) => operation["requestBody"])),
  }
}

/** The names of all schemas that something refers to. */
function reachable({ components }: Document, value: unknown, found = new Set<string>()): Set<string> {
  for (const [, name = ""] of JSON.stringify(value ?? null).matchAll(/#\/components\/schemas\/(\w+)/g)) {
    if (found.has(name)) continue
    found.add(name)
    reachable({ components } as Document, components.schemas[name], found)
  }
  return found
}

function ofParameter(where: string, before: Json, now: Json | undefined): string[] {
  if (now === undefined) return [`${where} is gone`]
  return narrowed(where, before["schema"] as Json, now["schema"] as Json)
}

/** What a value may not be any more. Patterns are not compared, since which of two takes more cannot be told from them. */
function narrowed(where: string, before: Json, now: Json | undefined): string[] {
  if (now === undefined || typeOf(before) !== typeOf(now)) return [`${where} is of another type`]
  const words = now["enum"] as string[] | undefined
  const wordsBefore = (before["enum"] ?? ["any other word"]) as string[]
  const bound = (schema: Json, name: string, none: number) => Number(schema[name] ?? none)
  return [
    ...wordsBefore.flatMap((word) => (words?.includes(word) === false ? [`${where} does not take ${word}`] : [])),
    ...["maximum", "maxLength", "maxItems"].flatMap((name) =>
      bound(now, name, Infinity) < bound(before, name, Infinity) ? [`${where} has a lower ${name}`] : [],
    ),
    ...["minimum", "minLength", "minItems"].flatMap((name) =>
      bound(now, name, -Infinity) > bound(before, name, -Infinity) ? [`${where} has a higher ${name}`] : [],
    ),
    ...("items" in before ? narrowed(where, before["items"] as Json, now["items"] as Json | undefined) : []),
    ...((before["anyOf"] ?? []) as Json[]).flatMap((one, index) =>
      narrowed(where, one, (now["anyOf"] as Json[] | undefined)?.[index]),
    ),
  ]
}

/** An answer may have more than before, and of a value that is one of several another one; it may not have less. */
function ofSchema(where: string, before: Json, now: Json | undefined): string[] {
  if (now === undefined) return [`${where} is gone`]
  if (typeOf(before) !== typeOf(now)) return [`${where} is of another type`]
  const properties = (now["properties"] ?? {}) as Record<string, Json>
  return [
    ...Object.entries((before["properties"] ?? {}) as Record<string, Json>).flatMap(([name, property]) =>
      ofSchema(`${where}.${name}`, property, properties[name]),
    ),
    ...((before["required"] ?? []) as string[]).flatMap((name) =>
      ((now["required"] ?? []) as string[]).includes(name) ? [] : [`${where}.${name} may be absent`],
    ),
    ...("items" in before ? ofSchema(`${where}[]`, before["items"] as Json, now["items"] as Json | undefined) : []),
  ]
}

const byName = (parameters: unknown): Record<string, Json> =>
  Object.fromEntries(((parameters ?? []) as Json[]).map((parameter) => [String(parameter["name"]), parameter]))

/** The media types of what is answered, by status. */
const answersOf = (operation: Json): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(operation["responses"] as Record<string, Json>).map(([status, { content }]) => [
      status,
      Object.keys((content ?? {}) as Json),
    ]),
  )

const scopesOf = (operation: Json) => (operation["x-scopes"] ?? []) as string[]

const typeOf = (schema: unknown) => {
  const { type, $ref } = schema as { type?: unknown; $ref?: unknown }
  return JSON.stringify($ref ?? type)
}
