import { extensionOf, fileKey, fileNameOf, isPicture, pictureKey, type Width, widths } from "@pg/files"
import { InvalidInput } from "@pg/domain"
import type { FileRecord } from "@pg/store"
import { type Context, Hono } from "hono"
import type { Filing } from "../filing/filing.js"
import { createMakeSmaller, pictureTypeFor } from "../filing/made-smaller.js"
import { serve } from "../filing/serve.js"
import { filePath } from "../filing/told-file.js"
import { notFound } from "../problem.js"
import { refuseOthers } from "../read-query.js"

/**
 * Files for everybody who knows their address: `/files/{sha256}/{name}`, pictures with `?w=` smaller. Any name that a file of its
 * type can have is right; what is no such name leads to the one that it means.
 */
export function servedFileRoutes(filing: Filing): Hono {
  const makeSmaller = createMakeSmaller(filing)
  const find = async (c: Context) => {
    const id = c.req.param("id") ?? ""
    return /^[0-9a-f]{64}$/.test(id) ? filing.store.getFile(id) : undefined
  }
  return new Hono()
    .get("/files/:id", async (c) => {
      const file = await find(c)
      return file ? c.redirect(filePath(file.id, file.name), 301) : noFile(c)
    })
    .get("/files/:id/:name", async (c) => {
      const file = await find(c)
      if (!file) return noFile(c)
      const { id, size, mediaType } = file
      const { search, searchParams } = new URL(c.req.url)
      const name = fileNameOf(c.req.param("name"), mediaType)
      if (name !== c.req.param("name")) return c.redirect(filePath(id, name) + search, 301)
      refuseOthers(searchParams, ["w"])
      const width = readWidth(searchParams, file)
      if (width === undefined)
        return serve(c, filing, { key: fileKey(id), size, etag: `"${id}"`, mediaType, name, varies: false })
      const type = pictureTypeFor(c.req.header("Accept"), mediaType)
      const smaller = await makeSmaller(id, width, type)
      if (smaller === undefined) return noFile(c)
      return serve(c, filing, {
        key: pictureKey(id, width, type),
        size: smaller,
        etag: `"${id}-${width}-${extensionOf(type)}"`,
        mediaType: type,
        name: fileNameOf(name.slice(0, name.lastIndexOf(".")), type),
        varies: true,
      })
    })
}

const noFile = (c: Context) => notFound(c, "There is no file at this address.")

function readWidth(search: URLSearchParams, { mediaType }: FileRecord): Width | undefined {
  const said = search.get("w")
  if (said === null) return undefined
  if (!isPicture(mediaType)) throw new InvalidInput([{ path: "w", message: "is for pictures, and this is none" }])
  const width = widths.find((one) => String(one) === said)
  if (width !== undefined) return width
  throw new InvalidInput([{ path: "w", message: `must be one of ${widths.join(", ")}` }])
}
