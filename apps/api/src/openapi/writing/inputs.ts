import { Instant, itemFields, kinds } from "@pg/domain"
import * as z from "zod"
import { bodyOf, Previewing, Resolving, Restoring, steps } from "../../writing/step-bodies.js"
import { inputSchemas, type Named } from "../component-schemas.js"
import { capitalised } from "../operation.js"

const ignored = "is not read: what a client has been given it may send back."

/** An item of each kind as a writer sends it. */
const itemInputs = Object.fromEntries(
  kinds.map(({ name, schema }) => [
    `${capitalised(name)}Input`,
    (schema as unknown as z.ZodObject)
      .partial({ id: true, slug: true } as never)
      .extend({
        revision: z.int().positive().optional().describe("The revision that was read: see If-Match."),
        firstPublishedAt: Instant.optional().meta({ readOnly: true, description: `Set by the store; ${ignored}` }),
        updatedAt: Instant.optional().meta({ readOnly: true, description: `Set by the store; ${ignored}` }),
        source: z
          .looseObject({})
          .optional()
          .meta({ readOnly: true, description: `Set by imports; ${ignored}` }),
      })
      .describe(`What is sent to be ${name}. Without a slug it has the one that it had, or one made from its title.`),
  ]),
)

const ItemInput = z
  .discriminatedUnion("kind", Object.values(itemInputs) as never)
  .describe("An item to be written; `kind` says what else it may have.")

const BatchInput = z
  .union([z.array(ItemInput).max(1000), z.strictObject({ items: z.array(ItemInput).max(1000) })])
  .describe("Items to be written; one that is there already says by `revision` which one of it was read.")

const stepInputs = Object.fromEntries(steps.map((step) => [`${capitalised(step)}Input`, bodyOf(step)]))

/** What may be sent, by the names under which the document has it. */
const named: Named = {
  ...itemInputs,
  ItemInput,
  BatchInput,
  ...stepInputs,
  RestoreInput: Restoring,
  ResolveInput: Resolving,
  PreviewInput: Previewing,
}

/** Every schema of a request's body. Of a patch, only the names are said: each of its members may itself be one, or `null`. */
export const requestSchemas = (): Record<string, object> => ({
  ...inputSchemas(named),
  ItemPatch: {
    type: "object",
    description:
      "A merge patch (RFC 7396): what it names is replaced, objects member by member; `null` takes a member away.",
    propertyNames: { enum: itemFields },
  },
})
