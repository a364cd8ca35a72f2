import { expect, onTestFinished, test } from "vitest"
import { databases } from "../../../../packages/store/test/databases.js"
import { openNewsroom } from "./newsroom.js"

test.each(databases)(
  "on $name what is asked may be any text: nothing is at an address with a NUL",
  async ({ make }) => {
    const database = await make()
    const room = await openNewsroom({ database: database.url })
    onTestFinished(async () => {
      await room.close()
      await database.remove()
    })
    for (const path of [
      "/news/a%00b",
      "/news/a%00b.atom",
      "/news/a%00b?locale=en",
      "/events/%00",
      "/events/%00.ics",
      "/publications/a%00b/linkset.json",
      "/items/a%00b",
      "/items/a%00b/changes",
      "/items/a%00b/revisions",
      "/previews/a%00b",
      "/files/a%00b",
      "/uploads/a%00b",
      "/vocabularies/a%00b",
    ])
      expect([path, (await room.send("GET", path)).status]).toEqual([path, 404])
    for (const name of [
      "q",
      "topic",
      "person",
      "body",
      "country",
      "series",
      "type",
      "locale",
      "cursor",
      "sort",
      "when",
    ])
      expect([name, (await room.send("GET", `/items?${name}=a%00b`)).status]).toEqual([
        name,
        expect.toBeOneOf([200, 422]),
      ])
    for (const asked of [
      "verb=GetRecord&metadataPrefix=oai_dc&identifier=a%00b",
      "verb=ListRecords&resumptionToken=a%00b",
    ])
      expect((await room.api.request(`/api/oai?${asked}`)).status).toBe(200)
    for (const path of ["/drafts?cursor=a%00b", "/drafts?kind=a%00b", "/audit?item=a%00b", "/audit?cursor=a%00b"])
      expect([path, (await room.send("GET", path)).status]).toEqual([path, 422])
    expect(room.reported).toEqual([])
  },
)
