import { type WebhookEventType, webhookEventTypes } from "@pg/domain"
import { schemaRef } from "./schemas.js"

/** What receivers of webhooks are sent, by the type of the event. */
export const webhooks = (): Record<string, { post: object }> =>
  Object.fromEntries(
    webhookEventTypes.map((type) => [
      type,
      {
        post: {
          operationId: type.replace(/[.](.)/, (_, letter: string) => letter.toUpperCase()),
          summary: summaries[type],
          description:
            "Sent to those whom whoever runs the newsroom has named, signed by Standard Webhooks 1.0. An event may come more than once, each time with the same webhook-id; those of one item come in their order.",
          parameters: headers,
          requestBody: { required: true, content: { "application/json": { schema: schemaRef("WebhookEvent") } } },
          security: [],
          responses: {
            "2XX": { description: "It is taken." },
            "410": { description: "Nothing more is wanted." },
            default: { description: "It was not taken, and is sent again later." },
          },
        },
      },
    ]),
  )

const summaries: Record<WebhookEventType, string> = {
  "item.published": "An item became public, or public again",
  "item.updated": "An item was changed",
  "item.left": "An item was changed, and is no longer what the webhook asks for",
  "item.withdrawn": "An item was taken back, and may return",
  "item.gone": "An item was removed for good",
  "item.merged": "An item is part of another now",
}

const header = (name: string, description: string) => ({
  name,
  in: "header",
  required: true,
  description,
  schema: { type: "string" },
})

const headers = [
  header("webhook-id", "By what an event is known, each time that it comes."),
  header("webhook-timestamp", "When this attempt was sent, in seconds since 1970."),
  header("webhook-signature", "One `v1,` and HMAC-SHA256 in base64 for each secret that signs, with a space between."),
]
