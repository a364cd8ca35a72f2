import { join } from "node:path"
import { openStore } from "@pg/store"
import { temporaryFolder } from "./command.js"

/** When what tests write was written. */
export const at = "2024-05-01T10:00:00.000Z"

/** An archive of its own, with a token that may hand in files and publish. */
export async function archive() {
  const cwd = temporaryFolder()
  const env = { NEWSROOM_DATABASE: `sqlite:${join(cwd, "a.db")}` }
  const store = await openStore(env.NEWSROOM_DATABASE)
  const scopes = ["files:write", "items:write", "items:publish"] as const
  const { text } = await store.createToken({ name: "Ada", scopes: [...scopes], kinds: [], locales: [], at })
  await store.close()
  return { cwd, env, token: text }
}

/** Asks as whoever has the token. */
export const asking =
  (token: string) =>
  (method: string, url: string, headers: Record<string, string> = {}, body?: Uint8Array | string): Promise<Response> =>
    fetch(url, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Tus-Resumable": "1.0.0", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : Uint8Array.from(body) }),
    })

/** What is told of a file that was handed in. */
export type Told = {
  id: string
  url: string
  mediaType: string
  size: number
  image: { width: number; height: number }
}
