import {
  formatQuery,
  InvalidInput,
  type Item,
  type ItemChange,
  type ItemQuery,
  type KindName,
  kindsByName,
  type Page,
  parameters,
  type State,
  unknownParameter,
  type Tombstone,
} from "@pg/domain"
import { ApiError } from "./api-error.js"
import { type ChangeBatch, type ChangesOptions, readChanges } from "./changes.js"
import { type AnswerCache, createCache } from "./cache.js"
import { byFetch, type Fetch, follow } from "./follow.js"
import { byLocal, type Local } from "./local.js"
import { read } from "./read.js"
import { exchanging } from "./exchange.js"
import { type RetryOptions, retrying } from "./retry.js"
import { readSnapshot, type Snapshot } from "./snapshot.js"
import { createWriting } from "./write.js"
import type { Writing } from "./writing.js"

/** `signal` ends the call; it then rejects with the signal's reason. */
export type CallOptions = { signal?: AbortSignal }

/** What an answer has of an item when only some of its fields are asked for. */
export type PartialItem = Pick<Item, "id" | "kind"> & Partial<Item>

/** What is said of an item that was public and is no more: when that came to be, how, and why where that was said. */
export type Removed = Pick<Tombstone, "at" | "state" | "reason">

/** An item as it would be published, and how it stands: by a link that shows it for a while. */
export type Preview = { state: State; publishAt?: string; expiresAt: string; item: Item; bodyHtml?: string }

/** An item, and its body, where it has one, as HTML that may stand in any page as it is: sanitised, headings from `h2`. */
export type ShownItem = Item & { bodyHtml?: string }

/** A question that says which fields of an item it wants. */
type Choosing = { fields: string[] } | { profile: "minimal" }

/** What a search field can offer: each of `completions` finds something. */
export type Suggestions = { completions: string[]; items: Pick<Item, "id" | "kind" | "locale" | "slug" | "title">[] }

/**
 * What one can ask of the API. Every call rejects with ApiError where the answer is not what it should be, and with
 * InvalidInput of the domain, before anything is sent, where a question has a parameter that there is not.
 */
export type Client = {
  /** One page of the items that a question asks for; `next` of the answer is the `cursor` of the page after it. */
  find(query: ItemQuery & Choosing, options?: CallOptions): Promise<Page<PartialItem>>
  find(query: ItemQuery, options?: CallOptions): Promise<Page>
  /** Every page of the items that a question asks for, one after the other, each asked for when it is wanted. */
  pages: (query: ItemQuery, options?: CallOptions) => AsyncGenerator<Page>
  /** Every item that a question asks for, page after page. */
  items: (query: ItemQuery, options?: CallOptions) => AsyncGenerator<Item>
  /** What a `q` that is still being written may become, and the first items that it finds then; at most five of each. */
  suggest: (query: Pick<ItemQuery, "q" | "kind" | "locale">, options?: CallOptions) => Promise<Suggestions>
  /** The item of that id; undefined where there is none, or none any more. */
  get: (id: string, options?: CallOptions) => Promise<Item | undefined>
  /**
   * The item of that slug; undefined where there is none. A slug that it used to have leads to it too: the answer's
   * `slug` is the one of now. `locale` decides where items of several languages have the same slug.
   */
  getBySlug: (kind: KindName, slug: string, locale?: string, options?: CallOptions) => Promise<Item | undefined>
  /** The same with its body as HTML. */
  getShown: (kind: KindName, slug: string, locale?: string, options?: CallOptions) => Promise<ShownItem | undefined>
  /** What has become of the item of that id, newest first; nothing where there is none, or none any more. */
  history: (id: string, options?: CallOptions) => Promise<ItemChange[]>
  /**
   * What is left of an item that had this slug and was removed; undefined where there was none. One that was merged has
   * its slug still: it leads to the item that it is part of.
   */
  getRemoved: (kind: KindName, slug: string, locale?: string, options?: CallOptions) => Promise<Removed | undefined>
  /** What a preview's token shows; undefined where it is none. Rejects with ApiError 410 where its time is over. */
  preview: (token: string, options?: CallOptions) => Promise<Preview | undefined>
  /** What is left of the item of that id, where it was removed; undefined where there was none, or where it is part of another now. */
  getRemovedById: (id: string, options?: CallOptions) => Promise<Removed | undefined>
  /**
   * What has happened since a cursor, in batches, oldest first, each with the cursor to go on from; the first from the
   * beginning. Ends when all is told; with `follow` it waits for more until its signal ends it.
   */
  changes: (options?: ChangesOptions) => AsyncGenerator<ChangeBatch>
  /** Every item as of one moment, and the cursor from which `changes` goes on. Rejects with ApiError where it was cut off or damaged. */
  snapshot: (options?: CallOptions) => Promise<Snapshot>
} & Writing

/**
 * `baseUrl` is where the API's first version is, as in `https://example.org/api/v1`. `token` goes with what takes one: whatever
 * writes, and what is read that is not public. `fetch` sends the requests: the
 * global one where it is absent; the `request` of an API in the same process will do. `local` is asked in its place: the
 * shortest way to an API in the same process. `cache` keeps answers, to be asked for again only if they have changed: one
 * of 200 answers where it is absent, none where it is false.
 */
export type ClientOptions = {
  baseUrl: string
  token?: string
  fetch?: Fetch
  local?: Local
  cache?: AnswerCache | false
  retry?: RetryOptions
}

/** A client of the API at `baseUrl`. */
export function createClient({
  baseUrl,
  token,
  fetch,
  local,
  cache = createCache(),
  retry = {},
}: ClientOptions): Client {
  const base = baseUrl.replace(/\/+$/, "")
  const way = local ? byLocal(local) : byFetch(fetch ?? ((request) => globalThis.fetch(request)))
  const send = retrying(follow(way), retry)
  const urlOf = (path: string, search = "") => `${base}/${path}${search && `?${search}`}`
  const slugUrlOf = (kind: KindName, slug: string, locale: string | undefined, include?: string) =>
    urlOf(
      `${kindsByName[kind].segment}/${encodeURIComponent(slug)}`,
      [locale && `locale=${encodeURIComponent(locale)}`, include && `include=${include}`].filter(Boolean).join("&"),
    )
  const ask = (url: string, { signal }: CallOptions = {}) => read({ send, cache: cache || undefined }, url, signal)
  const find = async (query: ItemQuery, call?: CallOptions) => {
    refuseUnknown(query)
    return (await ask(urlOf("items", formatQuery(query)), call)) as Page
  }

  async function* pages(query: ItemQuery, call?: CallOptions): AsyncGenerator<Page> {
    let page = await find(query, call)
    yield page
    while (page.next !== undefined) {
      page = await find({ ...query, cursor: page.next }, call)
      yield page
    }
  }

  return {
    ...createWriting(exchanging(send, base, token)),
    find,
    pages,
    items: async function* (query, call) {
      for await (const { items } of pages(query, call)) yield* items
    },
    suggest: async (query, call) => (await ask(urlOf("suggest", formatQuery(query)), call)) as Suggestions,
    get: async (id, call) => {
      if (!isSegment(id)) return undefined
      return (await ask(urlOf(`items/${encodeURIComponent(id)}`), call).catch(absence)) as Item | undefined
    },
    getBySlug: async (kind, slug, locale, call) => {
      if (!isSegment(slug)) return undefined
      return (await ask(slugUrlOf(kind, slug, locale), call).catch(absence)) as Item | undefined
    },
    getShown: async (kind, slug, locale, call) => {
      if (!isSegment(slug)) return undefined
      return (await ask(slugUrlOf(kind, slug, locale, "bodyHtml"), call).catch(absence)) as ShownItem | undefined
    },
    getRemoved: async (kind, slug, locale, call) => {
      if (!isSegment(slug)) return undefined
      return ask(slugUrlOf(kind, slug, locale), call).then(() => undefined, removal)
    },
    getRemovedById: async (id, call) => {
      if (!isSegment(id)) return undefined
      return ask(urlOf(`items/${encodeURIComponent(id)}`), call).then(() => undefined, removal)
    },
    history: async (id, call) => {
      if (!isSegment(id)) return []
      const told = await ask(urlOf(`items/${encodeURIComponent(id)}/changes`), call).catch(absence)
      return (told as { changes: ItemChange[] } | undefined)?.changes ?? []
    },
    preview: async (token, call) => {
      if (!isSegment(token)) return undefined
      return (await ask(urlOf(`previews/${encodeURIComponent(token)}`), call).catch(absence)) as Preview | undefined
    },
    changes: (options = {}) =>
      readChanges((search) => read({ send }, urlOf("changes", search), options.signal), options),
    snapshot: ({ signal } = {}) => readSnapshot(send, urlOf("snapshot.ndjson"), signal),
  }
}

/** What there is no parameter for would not be sent, and be answered as if nobody had asked: as good as a wrong answer. */
function refuseUnknown(query: ItemQuery): void {
  const unknown = Object.entries(query).filter(([name, value]) => value !== undefined && !known.has(name))
  if (unknown.length > 0) throw new InvalidInput(unknown.map(([name]) => unknownParameter(name, parameters)))
}

const known: ReadonlySet<string> = new Set(parameters)

/** "", "." and ".." would be read as another address, even when they are percent-encoded. */
const isSegment = (text: string) => !/^\.{0,2}$/.test(text)

/** Only these problems are the API's word that there is no such item; another 404 is a wrong `baseUrl`. */
function absence(error: unknown): undefined {
  if (isAbsence(error)) return undefined
  throw error
}

/** What a refusal says of an item that was removed. */
function removal(error: unknown): Removed | undefined {
  if (!isAbsence(error)) throw error
  const { at, state, reason } = error.problem ?? {}
  return at === undefined || !isTaken(state) ? undefined : { at, state, ...(reason !== undefined && { reason }) }
}

const isTaken = (state: State | undefined): state is Removed["state"] =>
  state === "withdrawn" || state === "gone" || state === "merged"

const isAbsence = (error: unknown): error is ApiError =>
  error instanceof ApiError && absences.includes(error.problem?.type ?? "")

const absences = ["urn:pg:problem:no-such-item", "urn:pg:problem:removed", "urn:pg:problem:absent"]
