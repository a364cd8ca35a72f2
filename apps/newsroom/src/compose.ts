import { createApi, isApiPath } from "@pg/api"
import { createClient } from "@pg/client"
import { createReader } from "@pg/reader"
import type { Store } from "@pg/store"

/**
 * API and reader as one: a function from request to response. The reader asks the API in process, without a socket,
 * and so sees nothing that the API does not say.
 */
export function compose(options: {
  store: Store
  siteUrl: string
  now: () => Date
  adminEmail?: string | undefined
}): (request: Request) => Response | Promise<Response> {
  const { siteUrl } = options
  const api = createApi(options)
  const client = createClient({ baseUrl: `${siteUrl}/api/v1`, fetch: (request) => api.fetch(request), cache: false })
  const reader = createReader({ client, siteUrl })
  return (request) => (isApiPath(new URL(request.url).pathname) ? api : reader).fetch(request)
}
