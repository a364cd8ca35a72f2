import { readFileSync } from "node:fs"
import { parameters } from "@pg/domain"
import { expect, test } from "vitest"
import type { Document } from "../src/openapi/document.js"
import { breakingChanges } from "./breaking.js"
import { contract } from "./contract.js"

const released = JSON.parse(readFileSync(new URL("../released/openapi.json", import.meta.url), "utf8")) as Document

test("whoever was written for the last released contract can go on", () => {
  expect(breakingChanges(released, contract)).toEqual([])
})

/** The contract of now, from which something is taken. */
const without = (...path: string[]): Document =>
  change((document) => delete at(document, ...path.slice(0, -1))[path.at(-1) ?? ""])

const change = (make: (document: unknown) => unknown): Document => {
  const document = JSON.parse(JSON.stringify(contract)) as Document
  make(document)
  return document
}

const at = (document: unknown, ...path: string[]) =>
  path.reduce((value, key) => value[key] as Record<string, unknown>, document as Record<string, unknown>)

const items = ["paths", "/api/v1/items", "get"]
const page = ["components", "schemas", "Page"]
const when = parameters.indexOf("when")
const first = (list: unknown) => (list as unknown[]).shift()

test.each<[string, Document, string]>([
  ["an address", without("paths", "/api/v1/changes"), "/api/v1/changes is gone"],
  ["a parameter", change((document) => first(at(document, ...items)["parameters"])), "/api/v1/items q is gone"],
  [
    "a word that a parameter takes",
    change((document) => first(at(document, ...items, "parameters", "1", "schema", "items")["enum"])),
    "/api/v1/items kind does not take news",
  ],
  [
    "a word that a parameter takes among other things",
    change((document) => first(at(document, ...items, "parameters", String(when), "schema", "anyOf", "0")["enum"])),
    "/api/v1/items when does not take upcoming",
  ],
  [
    "all words but one, where any was taken,",
    change((document) => {
      at(document, ...items, "parameters", "0", "schema")["enum"] = ["drugs"]
    }),
    "/api/v1/items q does not take any other word",
  ],
  [
    "room",
    change((document) => {
      at(document, ...items, "parameters", "0", "schema")["maxLength"] = 100
    }),
    "/api/v1/items q has a lower maxLength",
  ],
  [
    "a format",
    without(...items, "responses", "200", "content", "text/calendar"),
    "/api/v1/items is not given as text/calendar",
  ],
  ["a field of an answer", without(...page, "properties", "total"), "Page.total is gone"],
  [
    "the certainty that a field is there",
    change((document) => first(at(document, ...page)["required"])),
    "Page.items may be absent",
  ],
  ["a way to write", without("paths", "/api/v1/items", "post"), "POST /api/v1/items is gone"],
  [
    "a type of body",
    without("paths", "/api/v1/items/{id}", "patch", "requestBody", "content", "application/json"),
    "PATCH /api/v1/items/{id} does not take application/json",
  ],
  [
    "a status that tells what was done",
    without("paths", "/api/v1/items", "post", "responses", "201"),
    "POST /api/v1/items does not answer 201 as application/json",
  ],
  [
    "a field that may be sent",
    without("components", "schemas", "NewsInput", "properties", "kicker"),
    "NewsInput.kicker is gone",
  ],
  [
    "the freedom to leave a field out",
    change((document) => (at(document, "components", "schemas", "NewsInput")["required"] as string[]).push("slug")),
    "NewsInput.slug must be given",
  ],
  [
    "a word that may be sent",
    change((document) => first(at(document, "components", "schemas", "ResolveInput", "properties", "take")["enum"])),
    "ResolveInput.take does not take ours",
  ],
  [
    "what fewer may do",
    change((document) => {
      at(document, "paths", "/api/v1/items/{id}", "patch")["x-scopes"] = ["items:publish"]
    }),
    "PATCH /api/v1/items/{id} asks for items:publish",
  ],
])("to take away %s is a breaking change", (_, changed, told) => {
  expect(breakingChanges(contract, changed)).toContain(told)
})

test("to ask for what was left open is a breaking change, to offer more is none", () => {
  const asking = change((document) => {
    at(document, "paths", "/api/v1/changes", "get", "parameters", "0")["required"] = true
  })
  expect(breakingChanges(contract, asking)).toContain("/api/v1/changes since must be given")
  expect(breakingChanges(without("paths", "/healthz"), contract)).toEqual([])
})
