import type { Document } from "../src/openapi/document.js"

type Json = Record<string, unknown>

/**
 * What would break a client that was written for one contract when it meets another: something that one could ask, or
 * rely on in an answer, is gone or is another. What is new breaks nothing, but for a parameter that must be given.
 */
export function breakingChanges(released: Document, current: Document): string[] {
  return [
    ...Object.entries(released.paths).flatMap(([path, { get }]) => {
      const now = current.paths[path]?.get
      return now === undefined ? [`${path} is gone`] : ofOperation(path, get, now)
    }),
    ...Object.entries(released.components.schemas).flatMap(([name, schema]) =>
      ofSchema(name, schema as Json, current.components.schemas[name] as Json | undefined),
    ),
  ]
}

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
    ...mediaTypes(before).flatMap((type) =>
      mediaTypes(now).includes(type) ? [] : [`${path} is not given as ${type}`],
    ),
  ]
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

const mediaTypes = (operation: Json): string[] =>
  Object.keys((operation["responses"] as Record<string, Json>)["200"]?.["content"] ?? {})

const typeOf = (schema: unknown) => {
  const { type, $ref } = schema as { type?: unknown; $ref?: unknown }
  return JSON.stringify($ref ?? type)
}
