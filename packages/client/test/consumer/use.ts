import { ApiError, createClient } from "@pg/client"

/** What a program of some size asks of the client's types. */
const client = createClient({ baseUrl: "http://localhost:3000/api/v1" })

export const titles = async (): Promise<string[]> =>
  (await client.find({ kind: ["event"], "not.topic": ["prisons"], facets: ["topic"] })).items.map(({ title }) => title)

export const slugs = async (): Promise<(string | undefined)[]> =>
  (await client.find({ fields: ["slug"] })).items.map(({ slug }) => slug)

export async function* reasons(): AsyncGenerator<string> {
  for await (const { changes } of client.changes({ follow: true }))
    for (const change of changes) yield change.type === "put" ? change.item.title : (change.tombstone.reason ?? "")
}

export const isBusy = (error: unknown): boolean => error instanceof ApiError && error.problem?.status === 503

export const published = async (title: string): Promise<string | undefined> => {
  const { itemId, etag } = await client.create({ kind: "news", locale: "en", title })
  return (await client.act(itemId, "publish", {}, { ifMatch: etag })).etag
}
