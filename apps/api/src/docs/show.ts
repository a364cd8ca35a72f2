import type { Store } from "@pg/store"
import { kinds } from "@pg/domain"
import type { Operation } from "../openapi/operation.js"
import { operations } from "../openapi/operations.js"
import { docsPath } from "../site.js"
import type { Shown } from "./page.js"

/** Asks the API, as anybody would. */
export type Ask = (path: string) => Response | Promise<Response>

const mostCharacters = 1600

/** What each operation answers now, by its id; one whose example asks for an item has none where the archive is empty. */
export async function showAll(ask: Ask, store: Store, siteUrl: string): Promise<Record<string, Shown>> {
  const shown = await Promise.all(
    // The page would otherwise be in itself.
    operations
      .filter(({ path }) => path !== docsPath)
      .map(async (operation): Promise<[string, Shown][]> => {
        const path = await exampleOf(operation, store)
        return path === undefined ? [] : [[operation.id, await show(ask, path, siteUrl)]]
      }),
  )
  return Object.fromEntries(shown.flat())
}

async function exampleOf({ path, example }: Operation, store: Store): Promise<string | undefined> {
  if (!/[{]/.test(example)) return example
  const kind = kinds.find(({ segment }) => path.includes(`/${segment}/`))?.name
  const [item] = (await store.find({ limit: 1, ...(kind !== undefined && { kind: [kind] }) })).items
  return item && example.replace("{id}", item.id).replace("{slug}", encodeURIComponent(item.slug))
}

async function show(ask: Ask, path: string, siteUrl: string): Promise<Shown> {
  const response = await ask(path)
  const mediaType = (response.headers.get("content-type") ?? "").split(";")[0] ?? ""
  const whole = await beginningOf(response)
  const text = /[/+]json$/.test(mediaType) ? indented(whole) : whole
  return {
    url: siteUrl + path,
    status: response.status,
    mediaType,
    text:
      text.length > mostCharacters ? text.slice(0, text.lastIndexOf("\n", mostCharacters) + 1 || mostCharacters) : text,
    isCut: text.length > mostCharacters,
  }
}

const indented = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    // Cut off before its end: shown as it came.
    return text
  }
}

const mostRead = 64 * 1024

/** Enough of an answer to show: what streams for long is not read to its end. */
async function beginningOf({ body }: Response): Promise<string> {
  if (body === null) return ""
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ""
  while (text.length < mostRead) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
}
