import { type Context, Hono, type MiddlewareHandler } from "hono"
import type { UploadRecord } from "@pg/store"
import type { Filing } from "../filing/filing.js"
import { complete, discard, elsewhere, receive } from "../filing/receive.js"
import { tellFile } from "../filing/told-file.js"
import { checkVersion, readBytes, readMetadata, tusHeaders, tusOptions } from "../filing/tus.js"
import { noRoom, uploadBounds } from "../filing/upload-bounds.js"
import { refuseOthers } from "../read-query.js"
import { apiPath } from "../site.js"
import { answerPrivately } from "../writing/answers.js"
import { chunksOf } from "../writing/body.js"
import { demand, tokenIn } from "../writing/caller.js"
import { Refused } from "../writing/refused.js"
import { noteTakenIn } from "./files.js"

const uploadsPath = `${apiPath}/uploads`
const hoursToCome = 24

/**
 * Files in parts, by tus 1.0.0: `POST /uploads` says that one is to come, `PATCH /uploads/{id}` adds to it, `HEAD` says how
 * far it has come, `DELETE` ends it, `GET` says what has become of it. It has a day.
 */
export function uploadRoutes(filing: Filing): Hono {
  const { store, site, now, newId, mostBytes } = filing
  const bounds = uploadBounds(mostBytes)
  return new Hono()
    .post("/uploads", async (c) => {
      demand(tokenIn(c), "files:write")
      refuseOthers(new URL(c.req.url).searchParams, [])
      checkVersion(c)
      const size = readBytes(c, "Upload-Length")
      if (size > mostBytes) throw tooLarge(mostBytes)
      if (size === 0) throw new Refused("malformed", "Upload-Length is 0: there is no file without bytes.")
      const said = readMetadata(c)
      const mediaType = said.get("filetype")?.slice(0, 200)
      const expires = new Date(now().getTime() + hoursToCome * 3_600_000)
      for (const over of await store.expiredUploads(now().toISOString())) await discard(filing, over)
      const id = newId()
      const upload = {
        id,
        tokenId: tokenIn(c).id,
        name: (said.get("filename") ?? "").slice(0, 500),
        ...(mediaType && { mediaType }),
        size,
        expiresAt: expires.toISOString(),
      }
      const tooMany = await store.beginUpload(upload, bounds)
      if (tooMany) throw noRoom(tooMany, bounds, now())
      const headers = { location: `${uploadsPath}/${id}`, "upload-expires": expires.toUTCString() }
      return c.body(null, 201, { ...tusHeaders, ...headers })
    })
    .get("/uploads/:id", async (c) => {
      const upload = await find(c, filing)
      if (c.req.method === "HEAD") checkVersion(c)
      const taken = await complete(filing, upload, tokenIn(c).name)
      if (taken && upload.fileId === undefined) await noteTakenIn(c, filing)
      const { id, size, received, expiresAt } = upload
      const file = taken && tellFile(site, taken.file)
      return answerPrivately(
        c,
        { id, size, received, expiresAt, ...(file && { file }) },
        { headers: { ...tusHeaders, ...headersOf(upload, received), ...(file && { "content-location": file.url }) } },
      )
    })
    .patch("/uploads/:id", async (c) => {
      checkVersion(c)
      const upload = await find(c, filing)
      if (c.req.header("Content-Type") !== "application/offset+octet-stream")
        throw new Refused("unsupported", "What is added to an upload is sent as application/offset+octet-stream.")
      const offset = readBytes(c, "Upload-Offset")
      if (offset !== upload.received || upload.fileId !== undefined) throw elsewhere(upload.received)
      const received = await receive(filing, upload, chunksOf(c, upload.size - offset, "the rest of the upload"))
      const taken = await complete(filing, await find(c, filing), tokenIn(c).name)
      if (taken) await noteTakenIn(c, filing)
      const file = taken && tellFile(site, taken.file)
      return c.body(null, 204, {
        ...tusHeaders,
        ...headersOf(upload, received),
        ...(file && { "content-location": file.url }),
      })
    })
    .delete("/uploads/:id", async (c) => {
      checkVersion(c)
      await discard(filing, await find(c, filing))
      return c.body(null, 204, tusHeaders)
    })
}

/** What OPTIONS says of uploads, also to a page of another site that has a token. */
export function sayHowToUpload(mostBytes: number): MiddlewareHandler {
  return async (c) => {
    const methods = c.req.path === uploadsPath ? ["POST", "OPTIONS"] : ["GET", "HEAD", "PATCH", "DELETE", "OPTIONS"]
    return c.body(null, 204, {
      ...tusOptions(mostBytes),
      allow: methods.join(", "),
      "access-control-allow-methods": methods.join(","),
      "access-control-allow-headers":
        "Authorization, Content-Type, Tus-Resumable, Upload-Length, Upload-Offset, Upload-Metadata, X-Request-Id",
      "access-control-max-age": "86400",
    })
  }
}

/** An upload of whoever asks, in its time. Throws Refused. */
async function find(c: Context, { store, now }: Filing): Promise<UploadRecord> {
  const token = tokenIn(c)
  demand(token, "files:write")
  refuseOthers(new URL(c.req.url).searchParams, [])
  const upload = await store.getUpload(c.req.param("id") ?? "")
  if (!upload || upload.tokenId !== token.id)
    throw new Refused("absent", "There is no upload of yours at this address: it may have been refused, or be over.")
  if (upload.expiresAt <= now().toISOString())
    throw new Refused("over", `An upload has ${hoursToCome} hours, and this one's are over: begin again.`)
  return upload
}

const headersOf = ({ size, expiresAt }: UploadRecord, received: number) => ({
  "upload-offset": String(received),
  "upload-length": String(size),
  "upload-expires": new Date(expiresAt).toUTCString(),
})

/** A file is larger than it may be. */
const tooLarge = (mostBytes: number) =>
  new Refused("tooLarge", `A file has at most ${mostBytes.toLocaleString("en")} bytes here.`, {
    headers: { Connection: "close" },
  })
