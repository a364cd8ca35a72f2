import { formatQuery, type Item, type ItemQuery, type KindName, kindsByName, type Page } from "@pg/domain"
import { ApiError } from "./api-error.js"
import { type Fetch, read } from "./read.js"

/** `signal` ends the call; it then rejects with the signal's reason. */
export type CallOptions = { signal?: AbortSignal }

/** What one can ask of the API. Every call rejects with ApiError where the answer is not what it should be. */
export type Client = {
  /** One page of the items that a question asks for; `next` of the answer is the `cursor` of the page after it. */
  find: (query: ItemQuery, options?: CallOptions) => Promise<Page<Item>>
  /** The item of that id; undefined where there is none. */
  get: (id: string, options?: CallOptions) => Promise<Item | undefined>
  /**
   * The item of that slug; undefined where there is none. A slug that it used to have leads to it too: the answer's
   * `slug` is the one of now. `locale` decides where items of several languages have the same slug.
   */
  getBySlug: (kind: KindName, slug: string, locale?: string, options?: CallOptions) => Promise<Item | undefined>
}

/**
 * A client of the API at `baseUrl`, as in `https://example.org/api/v1`. `fetch` is what sends its requests: the global
 * one where it is absent; the `request` of an API in the same process will do.
 */
export function createClient(options: { baseUrl: string; fetch?: Fetch }): Client {
  const send = options.fetch ?? ((request: Request) => globalThis.fetch(request))
  const baseUrl = options.baseUrl.replace(/\/+$/, "")
  const ask = (path: string, { signal }: CallOptions = {}) => read(send, `${baseUrl}/${path}`, signal)

  return {
    find: async (query, call) => (await ask(`items${search(formatQuery(query))}`, call)) as Page<Item>,
    get: async (id, call) => {
      if (!isSegment(id)) return undefined
      return (await ask(`items/${encodeURIComponent(id)}`, call).catch(absence)) as Item | undefined
    },
    getBySlug: async (kind, slug, locale, call) => {
      if (!isSegment(slug)) return undefined
      const path = `${kindsByName[kind].segment}/${encodeURIComponent(slug)}`
      const language = locale === undefined ? "" : `locale=${encodeURIComponent(locale)}`
      return (await ask(path + search(language), call).catch(absence)) as Item | undefined
    },
  }
}

const search = (text: string) => text && `?${text}`

/** "", "." and ".." would be read as another address, even when they are percent-encoded. */
const isSegment = (text: string) => !/^\.{0,2}$/.test(text)

/** Only this problem is the API's word that there is no such item; another 404 is a wrong `baseUrl`. */
function absence(error: unknown): undefined {
  if (error instanceof ApiError && error.problem?.type === "urn:pg:problem:no-such-item") return undefined
  throw error
}
