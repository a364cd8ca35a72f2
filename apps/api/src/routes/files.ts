import { type Context, Hono } from "hono"
import type { Filing } from "../filing/filing.js"
import { takeIn } from "../filing/take-in.js"
import { tellFile } from "../filing/told-file.js"
import { refuseOthers } from "../read-query.js"
import { answerPrivately } from "../writing/answers.js"
import { chunksOf } from "../writing/body.js"
import { demand, tokenIn } from "../writing/caller.js"
import { Refused } from "../writing/refused.js"
import { operationOf } from "../writing/write-once.js"

/**
 * Files handed in whole: `POST /files?name=`, whose body is the file. The same bytes are one file, however often they are sent:
 * 201 the first time, 200 from then on. `GET /files/{id}` says what is known of one.
 */
export function fileRoutes(filing: Filing): Hono {
  const { store, files, site, mostBytes } = filing
  return new Hono()
    .post("/files", async (c) => {
      const token = tokenIn(c)
      demand(token, "files:write")
      const search = new URL(c.req.url).searchParams
      refuseOthers(search, ["name"])
      if (/^multipart\//i.test(c.req.header("Content-Type") ?? ""))
        throw new Refused("unsupported", "The body is the file itself, and no form: curl --data-binary @agenda.pdf.")
      const spooled = await files.spool(chunksOf(c, mostBytes, "a file"))
      const said = { mediaType: c.req.header("Content-Type"), name: search.get("name")?.slice(0, 500) }
      const { file, isNew } = await takeIn(filing, spooled, { said, by: token.name })
      if (isNew) await noteTakenIn(c, filing)
      const told = tellFile(site, file)
      return answerPrivately(c, told, { status: isNew ? 201 : 200, headers: { location: told.url } })
    })
    .get("/files/:id", async (c) => {
      demand(tokenIn(c), "files:write")
      refuseOthers(new URL(c.req.url).searchParams, [])
      const file = await store.getFile(c.req.param("id"))
      if (!file) throw new Refused("absent", "There is no file of this id, which is the SHA-256 of its bytes.")
      return answerPrivately(c, tellFile(site, file))
    })
}

/** Notes in the audit log that somebody has handed in a file. */
export const noteTakenIn = (c: Context, { store, now }: Filing): Promise<void> =>
  store.audit({
    at: now().toISOString(),
    by: tokenIn(c).name,
    requestId: c.get("requestId"),
    operation: operationOf(c),
    status: 201,
  })
