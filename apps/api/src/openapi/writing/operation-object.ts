import { headerRefs, ofAll } from "../headers.js"
import { problemRef } from "../problems.js"
import type { Examples } from "../examples.js"
import type { Bodies, WriteOperation } from "./operation.js"
import { refusalName } from "./problems.js"

/** The name of the way in which whoever writes says who it is. */
export const bearer = "token"

/** What is asked with a token, as OpenAPI 3.1 has it; `examples` are answers that were given, by status and media type. */
export function writeOperationObject(operation: WriteOperation, examples: Examples = {}) {
  const { id, tag, summary, description, scope, parameters, body, successes, failures } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: scope === undefined ? description : `${description} The token has the scope \`${scope}\`.`,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: body.required, content: body.content } }),
    security: scope === undefined ? [] : [{ [bearer]: [] }],
    // Scopes have no place of their own in OpenAPI where there is no OAuth.
    ...(scope !== undefined && { "x-scopes": [scope] }),
    responses: {
      ...Object.fromEntries(
        Object.entries(successes).map(([status, { description: said, headers, content }]) => [
          status,
          {
            description: said,
            headers: headerRefs(...headers, ...ofAll),
            ...(Object.keys(content).length > 0 && { content: withExamples(content, examples[status] ?? {}) }),
          },
        ]),
      ),
      ...Object.fromEntries(
        statusesOf(operation, failures).map((status) => [String(status), refOf(operation, status)]),
      ),
    },
  }
}

const withExamples = (content: Bodies, examples: Record<string, unknown>): Bodies =>
  Object.fromEntries(
    Object.entries(content).map(([mediaType, body]) => [
      mediaType,
      { ...body, ...(mediaType in examples && { example: examples[mediaType] }) },
    ]),
  )

/** What any address may answer, and any that asks who it is. */
const statusesOf = ({ scope }: WriteOperation, failures: readonly number[]) =>
  [...new Set([...(scope === undefined ? [] : [401, 403]), ...failures, 405, 413, 414, 429, 500, 503])].toSorted()

/** What reads has no body that could be wrong: it is refused as every read is. */
function refOf({ method, scope, refusals }: WriteOperation, status: number): object {
  const own = refusals?.[status]
  if (own !== undefined) return problemRef(status, own)
  const isRead = method === "get" && ![401, 403].includes(status)
  return problemRef(status, isRead || scope === undefined ? undefined : refusalName(status))
}
