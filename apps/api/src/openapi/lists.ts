import { parameters } from "@pg/domain"
import { formats } from "@pg/formats"
import { collections } from "../collections.js"
import { apiPath } from "../site.js"
import { accept, capitalised, everyFormat, type Operation } from "./operation.js"
import { queryParameters } from "./parameters.js"

/** All items and the items of each kind, by the Accept header and by suffix. */
export const lists: Operation[] = collections.flatMap(({ segment, kind }) => {
  const Segment = capitalised(segment)
  const asked = queryParameters(
    parameters.filter((name) => kind === undefined || !name.endsWith("kind") || name === "not.kind"),
  )
  const shared = {
    tag: "lists" as const,
    content: everyFormat("list"),
    isConditional: true,
    headers: ["Link", "Content-Language"],
    failures: [406, 422],
  }
  return [
    {
      ...shared,
      path: `${apiPath}/${segment}`,
      id: `list${Segment}`,
      summary: `All ${segment}`,
      description: accept,
      parameters: asked,
      example: `${apiPath}/${segment}?limit=2&facets=topic`,
    },
    {
      ...shared,
      path: `${apiPath}/${segment}.{extension}`,
      failures: [404, 406, 422],
      id: `list${Segment}As`,
      summary: `All ${segment}, in the format that the suffix names`,
      description: "What a format cannot say (fields, facets, changes) is refused where it is asked for.",
      parameters: [
        {
          name: "extension",
          in: "path",
          required: true,
          description: "A format.",
          schema: { type: "string", enum: formats.map((format) => format.extension) },
        },
        ...asked,
      ],
      example: `${apiPath}/${segment}.csv?limit=2`,
    },
  ]
})
