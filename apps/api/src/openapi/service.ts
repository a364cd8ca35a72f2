import type { Operation } from "./operation.js"

/** How the service itself is. */
export const services: readonly Operation[] = [
  service("/healthz", "getHealth", "Whether the process runs", "Never asks the archive."),
  service("/readyz", "getReadiness", "Whether the archive answers", "503 where it does not."),
]

function service(path: string, id: string, summary: string, description: string): Operation {
  return {
    path,
    id,
    tag: "service",
    summary,
    description,
    parameters: [],
    content: {
      "application/json": {
        schema: { type: "object", properties: { status: { type: "string" } }, required: ["status"] },
      },
    },
    isConditional: false,
    failures: [],
    example: path,
  }
}
