import type { Store, Webhook } from "@pg/store"

/** What of webhooks is worth watching, as `/metrics` gives it. */
export function webhookGauges({ webhooks }: Pick<Store, "webhooks">) {
  const sum = (of: (webhook: Webhook) => Promise<number>) => async () => {
    const numbers = await Promise.all((await webhooks.list()).map(of))
    return numbers.reduce((total, number) => total + number, 0)
  }
  const inStatus = (status: "pending" | "failed") => sum(async ({ id }) => (await webhooks.counts(id))[status])
  return [
    {
      name: "newsroom_webhooks_disabled",
      help: "Webhooks that are sent nothing, by hand or after long failure",
      read: sum(async ({ disabledAt }) => (disabledAt === undefined ? 0 : 1)),
    },
    {
      name: "newsroom_webhooks_failing",
      help: "Webhooks from which nothing but failures has come last",
      read: sum(async ({ failingSince }) => (failingSince === undefined ? 0 : 1)),
    },
    {
      name: "newsroom_webhook_deliveries_pending",
      help: "Deliveries under way or waiting to be tried again",
      read: inStatus("pending"),
    },
    {
      name: "newsroom_webhook_deliveries_failed",
      help: "Deliveries that were given up in the last 30 days",
      read: inStatus("failed"),
    },
  ]
}
