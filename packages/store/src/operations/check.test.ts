import { describe, expect, test } from "vitest"
import { databases, run } from "../../test/databases.js"
import { fill } from "../../test/filled.js"
import { idOf } from "../../test/items.js"
import { projected } from "../../test/projected.js"
import { checkDatabase, openStore, repairDatabase } from "../index.js"

describe.each(databases)("on $name", ({ name, make }) => {
  const isSqlite = name === "SQLite"

  test("an archive in use is found to be as its log has it, and a check changes nothing in it", async () => {
    const { url, remove } = await make()
    await fill(url)
    const before = await projected(url)
    expect(await checkDatabase(url)).toEqual({ lines: 21, findings: [], hidden: 0, compared: true })
    expect(await projected(url)).toEqual(before)
    await remove()
  })

  test("an empty archive is as its log has it", async () => {
    const { url, remove } = await make()
    await (await openStore(url)).close()
    expect(await checkDatabase(url)).toEqual({ lines: 0, findings: [], hidden: 0, compared: true })
    await remove()
  })

  test.each([
    ["items", "update items set slug = 'elsewhere' where number = 3", 'slug is "elsewhere", where the log makes "s2"'],
    ["items", "update items set listed = 0 where number = 3", 'listed is "0", where the log makes "1"'],
    ["slugs", "delete from slugs where slug = 's1'", "the row is missing"],
    ["slugs", `insert into slugs values ('news', 'false', 'en', '${idOf(1)}')`, "the row is not what the log makes"],
    ["terms", "delete from terms where field = 'topic' and value = 'hiv'", "the row is missing"],
    ["occurrences", "update occurrences set last_day = '2022-01-01'", "the row is not what the log makes"],
    ["public_lines", "update public_lines set noted = 0 where seq = 2", 'noted is "0", where the log makes "1"'],
    ["harvest", "delete from harvest where part = ''", "the row is missing"],
    ["texts", "update texts set list = '{}' where number = 3", 'list is "{}"'],
    ["texts", "delete from texts", "the row is missing"],
    ["bodies", "update bodies set html = '<script>' where number = 4", 'html is "<script>"'],
    ["words", "delete from words where word = 'wombat'", "is missing: item"],
    ["words", "insert into words values (4, 'okap', 'okap')", "no item ever had this word"],
    ["search", "delete from search where SEARCH_OF_3", "is not found by the words that it has"],
    ["projection", "delete from projection", "has 0 rows, where there is to be one"],
  ])("what is wrong in %s (%s) is found, said where, and mended from the log", async (table, damage, message) => {
    const { url, remove } = await make()
    await fill(url)
    const before = await projected(url)
    const searchOf3 = isSqlite ? "rowid & 536870911 = 3" : "number = 3"
    await run(url, damage.replace("SEARCH_OF_3", searchOf3))
    const { findings } = await checkDatabase(url)
    expect(new Set(findings.map((finding) => finding.table))).toEqual(new Set([table]))
    expect(findings.map((finding) => finding.message).join("\n")).toContain(message)
    expect(await repairDatabase(url)).toEqual({ lines: 21, findings: [], hidden: 0, compared: true })
    expect(await projected(url)).toEqual(before)
    await remove()
  })

  test("a word too many in the index of searches is found with its item", async () => {
    const { url, remove } = await make()
    await fill(url)
    const add = isSqlite
      ? "insert into search (rowid, tokens) select max(place) + 536870912, 'en.okapi' from items"
      : "update search set tokens = tokens || 'en.okapi ' where number = 3"
    await run(url, add)
    expect((await checkDatabase(url)).findings).toMatchObject([
      { table: "search", subject: expect.stringContaining("item") },
    ])
    expect((await repairDatabase(url)).findings).toEqual([])
    await remove()
  })

  test.each([
    [
      "a line that was lost",
      "delete from revisions where seq = 20",
      /line 21 .*it is revision 3, where 2 would be the next/,
    ],
    [
      "a step that the lifecycle does not have",
      "update revisions set action = 'withdraw', state = 'gone' where seq = 17",
      /line 17 .*"withdraw" does not lead from published to gone/,
    ],
    ["an item that is no JSON", "update revisions set item = '{' where seq = 2", /line 2 .*its item is not JSON/],
    [
      "an item that says what no item says",
      `update revisions set item = '{"id":"${idOf(1)}","kind":"news"}' where seq = 2`,
      /line 2 .*item\.locale/,
    ],
    [
      "an item under another's id",
      `update revisions set item_id = '${idOf(77)}' where seq = 1`,
      /line 1 .*its item is/,
    ],
  ])("%s in the log is found, and is not repaired away", async (_, damage, said) => {
    const { url, remove } = await make()
    await fill(url)
    await run(url, isSqlite ? "drop trigger revisions_stay_on_update" : "drop trigger revisions_stay on revisions")
    if (isSqlite) await run(url, "drop trigger revisions_stay_on_delete")
    const lineOf = ({ subject, message }: { subject: string; message: string }) => `${subject}: ${message}`
    await run(url, damage)
    const { findings } = await checkDatabase(url)
    expect(
      findings
        .filter(({ table }) => table === "revisions")
        .map(lineOf)
        .join("\n"),
    ).toMatch(said)
    expect((await repairDatabase(url)).findings.map(lineOf).join("\n")).toMatch(said)
    await remove()
  })
})
