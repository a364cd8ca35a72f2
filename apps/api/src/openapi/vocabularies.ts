import { vocabulariesPath } from "../site.js"
import { vocabularies } from "../vocabularies.js"
import type { Operation } from "./operation.js"
import { schemaRef } from "./component-schemas.js"

/** The vocabularies, and the terms of each. */
export const vocabulary: readonly Operation[] = [
  {
    path: vocabulariesPath,
    id: "listVocabularies",
    tag: "vocabularies",
    summary: "The vocabularies whose ids the filters take",
    description: "Where each is, and the parameter that takes its ids.",
    parameters: [],
    content: { "application/json": { schema: schemaRef("Vocabularies") } },
    isConditional: true,
    failures: [422],
    example: vocabulariesPath,
  },
  {
    path: `${vocabulariesPath}/{vocabulary}`,
    id: "getVocabulary",
    tag: "vocabularies",
    summary: "The terms of a vocabulary",
    description:
      "Ids with their names in English and French, other names and acronyms; types with the kinds that have them. The vocabularies are open: items may have other values, which `facets` counts.",
    parameters: [
      {
        name: "vocabulary",
        in: "path",
        required: true,
        description: "Which of them.",
        schema: { type: "string", enum: vocabularies.map(({ name }) => name) },
        example: "topics",
      },
    ],
    content: { "application/json": { schema: schemaRef("Vocabulary") } },
    isConditional: true,
    failures: [404, 422],
    example: `${vocabulariesPath}/topics`,
  },
]
