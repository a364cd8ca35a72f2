import { apiPath } from "../site.js"
import type { Operation } from "./operation.js"
import { queryParameters } from "./parameters.js"
import { schemaRef } from "./component-schemas.js"

/** What a search field offers while somebody writes in it. */
export const suggest: Operation = {
  path: `${apiPath}/suggest`,
  id: "suggest",
  tag: "lists",
  summary: "What a search that is still being written may become",
  description:
    "`q` with its last word made whole by words of titles and topics, what finds most first, and the first items that this finds. At most five of each.",
  parameters: queryParameters(["q", "kind", "locale"]),
  content: { "application/json": { schema: schemaRef("Suggestions") } },
  isConditional: true,
  failures: [422],
  example: `${apiPath}/suggest?q=pri&locale=en`,
}
