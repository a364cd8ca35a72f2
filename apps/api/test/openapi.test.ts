import { createConfig, lintFromString } from "@redocly/openapi-core"
import spectralCore from "@stoplight/spectral-core"
import rulesets from "@stoplight/spectral-rulesets"
import { parameters } from "@pg/domain"
import { expect, test } from "vitest"
import { contract } from "./contract.js"

test("Redocly's strictest rules find nothing to say", async () => {
  const config = await createConfig({ extends: ["recommended-strict"] })
  const problems = await lintFromString({ source: JSON.stringify(contract), config })
  expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([])
}, 60_000)

test("Spectral's rules find nothing to say", async () => {
  const spectral = new spectralCore.Spectral()
  spectral.setRuleset({ extends: [[rulesets.oas, "recommended"]] } as never)
  const problems = await spectral.run(JSON.parse(JSON.stringify(contract)))
  expect(problems.map(({ code, message, path }) => `${code}: ${message} (${path.join("/")})`)).toEqual([])
}, 60_000)

test("the list of all items takes every parameter of a question", () => {
  const said = contract.paths["/api/v1/items"]?.get?.["parameters"] as { name: string }[]
  expect(said.map(({ name }) => name)).toEqual(parameters)
})
