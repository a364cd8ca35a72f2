import { openAsBlob } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { AwsClient } from "aws4fetch"
import { explained } from "./explained.js"
import { checkKey, type Files, type Kept } from "./files.js"
import { FilesError } from "./files-error.js"
import { spool } from "./spool.js"

/** A bucket of S3-compatible storage, the part of its keys that is ours (`""` or one that ends in a slash), and who asks. */
export type Bucket = {
  endpoint: string
  region: string
  bucket: string
  prefix: string
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
}

/** Files in a bucket. What is put says its SHA-256, so that the storage refuses what has changed on the way. */
export function openBucket({ endpoint, bucket, prefix, ...credentials }: Bucket): Files {
  let incoming: Promise<string> | undefined
  const client = new AwsClient({ ...credentials, service: "s3", retries: 3 })
  const place = `s3://${bucket}`

  const noBucket = () => new FilesError(`${place} is not there at ${endpoint}: make the bucket, or name another.`)
  const ask = (method: string, key: string, init: RequestInit = {}) => askAt(method, `/${prefix}${checkKey(key)}`, init)
  const askAt = async (method: string, path: string, init: RequestInit): Promise<Response> => {
    const url = `${endpoint}/${bucket}${path}`
    const response = await client.fetch(url, { ...init, method }).catch((cause: unknown) => {
      throw new FilesError(`${place} cannot be reached at ${endpoint}: ${reasonOf(cause)}.`, { cause })
    })
    if (response.ok || response.status === 404) return response
    const said = /<Code>([^<]{1,60})<\/Code>/.exec(await response.text())?.[1] ?? "nothing more"
    const hint = response.status === 403 ? "; look at the keys in the environment and what they may do" : ""
    throw new FilesError(`${place} answers ${response.status} (${said}) to ${method} of ${path}${hint}.`)
  }

  /** The first keys of ours that begin with a folder. They have no letter in them that XML would write otherwise. */
  const keysIn = async (folder: string) => {
    const response = await askAt(
      "GET",
      `?list-type=2&prefix=${encodeURIComponent(`${prefix}${checkKey(folder)}/`)}`,
      {},
    )
    if (!response.ok) throw noBucket()
    return Array.from((await response.text()).matchAll(/<Key>([^<]+)<\/Key>/g), ([, key = ""]) =>
      key.slice(prefix.length),
    )
  }

  return {
    spool: (chunks) =>
      explained(tmpdir(), async () => {
        incoming ??= mkdtemp(join(tmpdir(), `newsroom-files-${process.pid}-`))
        return spool(await incoming, chunks)
      }),
    put: async (key, content) => {
      const body = content instanceof Uint8Array ? Uint8Array.from(content) : await openAsBlob(content.path)
      const headers = content instanceof Uint8Array ? {} : { "x-amz-content-sha256": content.sha256 }
      const response = await ask("PUT", key, { body, headers })
      if (!response.ok) throw noBucket()
      if (!(content instanceof Uint8Array)) await rm(content.path, { force: true })
    },
    get: async (key, range) => {
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {}
      const response = await ask("GET", key, { headers })
      return response.ok ? keptIn(response) : ignored(response)
    },
    size: async (key) => {
      const response = await ask("HEAD", key)
      return response.ok ? Number(response.headers.get("content-length")) : ignored(response)
    },
    remove: async (key) => ignored(await ask("DELETE", key)),
    removeFolder: async (folder) => {
      for (let keys = await keysIn(folder); keys.length > 0; keys = await keysIn(folder))
        for (const key of keys) await ignored(await ask("DELETE", key))
    },
    close: async () => {
      if (incoming) await rm(await incoming, { recursive: true, force: true })
    },
  }
}

function keptIn({ headers, body }: Response): Kept {
  const size = /\/(\d+)$/.exec(headers.get("content-range") ?? "")?.[1] ?? headers.get("content-length")
  if (size === null || body === null) throw new FilesError("The storage does not say how many bytes a file has.")
  return { size: Number(size), body }
}

/** A connection is free for the next request once the answer has been read. */
async function ignored(response: Response): Promise<undefined> {
  await response.body?.cancel()
}

const reasonOf = (cause: unknown): string => {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  return inner instanceof Error ? inner.message : String(inner)
}
