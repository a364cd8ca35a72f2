import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Files, openFiles } from "../src/index.js"

const require = createRequire(import.meta.url)
/** A server that speaks S3 over a folder; it comes without types. */
const S3rver = require("@20minutes/s3rver") as new (options: {
  port: number
  address: string
  silent: boolean
  directory: string
  configureBuckets: { name: string; configs: string[] }[]
}) => { run(): Promise<{ port: number }>; close(): Promise<void> }

/** A place where files are kept, empty; `remove` takes it away. */
export type Place = {
  url: string
  env: Record<string, string>
  files: Files
  /** The names of what is there, or on its way there, on this machine. */
  left: () => string[]
  remove: () => Promise<void>
}

/** The two kinds of places on which every part of the contract is tried. */
export const places: { name: string; make: () => Promise<Place> }[] = [
  {
    name: "a folder",
    make: async () => {
      const folder = mkdtempSync(join(tmpdir(), "files-"))
      const url = `file:${join(folder, "files")}`
      return {
        url,
        env: {},
        files: await openFiles(url, {}),
        left: () => readdirSync(join(folder, "files", ".incoming")),
        remove: async () => rmSync(folder, { recursive: true, force: true }),
      }
    },
  },
  {
    name: "S3-compatible storage",
    make: async () => {
      const server = await startS3()
      const url = `s3://newsroom/of/ours?endpoint=${server.endpoint}`
      const files = await openFiles(url, keys)
      return {
        url,
        env: keys,
        files,
        left: () =>
          readdirSync(tmpdir())
            .filter((name) => name.startsWith(`newsroom-files-${process.pid}-`))
            .flatMap((name) => readdirSync(join(tmpdir(), name))),
        remove: async () => {
          await files.close()
          await server.stop()
        },
      }
    },
  },
]

/** The keys that the test server takes; it looks at each request's signature. */
export const keys = { AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER" }

/** A server that speaks S3, with one bucket, `newsroom`. */
export async function startS3(): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), "s3-"))
  const configureBuckets = [{ name: "newsroom", configs: [] }]
  const server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory, configureBuckets })
  const { port } = await server.run()
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
