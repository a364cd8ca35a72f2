import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { KindName, Scope } from "@pg/domain"
import { openFiles } from "@pg/files"
import { openStore } from "@pg/store"
import { createApi } from "../../src/index.js"
import { checked } from "../contract.js"

/** What an API over an empty archive is asked with, by whoever has a token. */
export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>

export const start = "2024-05-01T10:00:00.000Z"

type Options = {
  writesPerMinute?: number
  database?: string
  filesUrl?: string
  env?: Record<string, string>
  fileBytes?: number
  newId?: () => string
}

/** An API that writes, over a real archive in a file of its own or in another database, whose clock stands where it is set. */
export async function openNewsroom({
  writesPerMinute = 0,
  database,
  filesUrl,
  env = {},
  fileBytes = 1_000_000,
  newId,
}: Options = {}) {
  const folder = mkdtempSync(join(tmpdir(), "writes-"))
  const url = database ?? `sqlite:${join(folder, "archive.db")}`
  const store = await openStore(url)
  const files = await openFiles(filesUrl ?? `file:${join(folder, "files")}`, env)
  const clock = { now: new Date(start) }
  const reported: unknown[] = []
  const api = checked(
    createApi({
      store,
      siteUrl: "https://example.org",
      now: () => clock.now,
      writesPerMinute,
      files,
      fileBytes,
      ...(newId && { newId }),
      reportError: (error) => reported.push(error),
    }),
  )
  let made = 0
  const tokenFor = async (scopes: Scope[], kinds: KindName[] = [], locales: string[] = []) =>
    (await store.createToken({ name: `editor ${++made}`, scopes, kinds, locales, at: start })).text
  const token = await tokenFor(["items:read", "items:write", "items:publish", "files:write"])

  /** Sends a request with a token; an object as JSON, a text as it is. */
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const isText = typeof body === "string"
    const response = await api.request(`/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body !== undefined && { "Content-Type": isText ? "text/plain" : "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = text !== "" && /[/+]json$/.test(response.headers.get("content-type") ?? "")
    const json = isJson ? JSON.parse(text) : undefined
    return { status: response.status, headers: response.headers, text, json }
  }
  const read = (path: string, headers: Record<string, string> = {}) => api.request(`/api/v1${path}`, { headers })
  const close = async () => {
    await store.close()
    await files.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { api, store, url, files, folder, clock, reported, tokenFor, token, send, read, close }
}

/** A piece of news as an editor writes it. */
export const news = { kind: "news", locale: "en", title: "Ministers meet" } as const
/** An event as an editor writes it. */
export const meeting = {
  kind: "event",
  locale: "en",
  title: "A meeting",
  type: "meeting",
  when: { start: "2024-06-01" },
} as const

export const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`
