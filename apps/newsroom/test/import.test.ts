import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { openStore } from "@pg/store"
import { expect, test } from "vitest"
import { newsroom, sample, temporaryFolder } from "./command.js"

const listing = sample("listing.en.txt")
const text = readFileSync(listing, "utf8")
const all = text.match(/^Read More$/gm)?.length ?? 0

test("an import says how many items were read, created, changed and unchanged, and where it stumbled", async () => {
  const { code, stdout, stderr } = await newsroom(["import", listing], { cwd: temporaryFolder() })
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
  expect(stdout).toContain(`${all} items read: ${all} created, 0 changed, 0 unchanged\n`)
  expect(stdout).toContain(`${listing}:133:1: leaked-label`) // the word that leaked into a dateline
})

test("the same listing again writes no revision, whatever the file is called and whenever it is read", async () => {
  const cwd = temporaryFolder()
  await newsroom(["import", listing], { cwd })
  const before = await lastSeq(cwd)
  writeFileSync(join(cwd, "copy.txt"), text)
  expect(await report(["copy.txt"], cwd)).toMatchObject({ created: 0, changed: 0, unchanged: all })
  expect(await lastSeq(cwd)).toBe(before)
})

test("a changed teaser writes one revision, and the rest is left alone", async () => {
  const cwd = temporaryFolder()
  await newsroom(["import", listing], { cwd })
  const before = await lastSeq(cwd)
  writeFileSync(join(cwd, "corrected.txt"), text.replace("Hepatis C", "Hepatitis C"))
  expect(await report(["corrected.txt"], cwd)).toMatchObject({ created: 0, changed: 1, unchanged: all - 1 })
  expect(await lastSeq(cwd)).toBe(before + 1)
})

test("an item that came on top of the listing is created, although all others now stand on other lines", async () => {
  const cwd = temporaryFolder()
  await newsroom(["import", listing], { cwd })
  writeFileSync(
    join(cwd, "later.txt"),
    `News of the day\n\n8 September 2021\n\nSomething new was said...\n\nRead More\n\n${text}`,
  )
  expect(await report(["later.txt"], cwd)).toMatchObject({ created: 1, changed: 0, unchanged: all })
})

test("a dry run says what would be and writes nothing, not even a database file", async () => {
  const cwd = temporaryFolder()
  expect(await report([listing, "--dry-run"], cwd)).toMatchObject({
    dryRun: true,
    created: all,
    changed: 0,
    unchanged: 0,
  })
  expect(() => readFileSync(join(cwd, "data/newsroom.db"))).toThrow("ENOENT")
})

test("a dry run foresees what the import then does", async () => {
  const cwd = temporaryFolder()
  await newsroom(["import", listing], { cwd })
  const before = await lastSeq(cwd)
  writeFileSync(join(cwd, "corrected.txt"), text.replace("Hepatis C", "Hepatitis C"))
  const { dryRun: _, ...foreseen } = await report(["corrected.txt", "--dry-run"], cwd)
  expect(await lastSeq(cwd)).toBe(before)
  expect(await report(["corrected.txt"], cwd)).toMatchObject(foreseen)
})

test("a dry run of listings that overlap foresees each item once, as the import then has it", async () => {
  const cwd = temporaryFolder()
  const foreseen = await report([listing, listing, "--dry-run"], cwd)
  expect(foreseen).toMatchObject({ created: all, unchanged: all })
  expect(await report([listing, listing], cwd)).toMatchObject({ created: all, unchanged: all })
})

test("the same texts from another source are other items, because the source's name is part of what they are", async () => {
  const cwd = temporaryFolder()
  await newsroom(["import", listing], { cwd })
  expect(await report([listing, "--source", "Another newsroom"], cwd)).toMatchObject({ created: all, unchanged: 0 })
})

test("several listings go in at once, and standard input is one of them", async () => {
  const cwd = temporaryFolder()
  const french = readFileSync(sample("listing.fr.txt"), "utf8")
  const inFrench = french.match(/^Lire la suite$/gm)?.length ?? 0
  const { stdout } = await newsroom(["import", "--json", listing, "-"], { cwd, input: french })
  expect(JSON.parse(stdout)).toMatchObject({ read: all + inFrench, created: all + inFrench })
})

test("a Markdown file becomes the body of the item with its slug, and stays when the listing comes without it", async () => {
  const cwd = temporaryFolder()
  const slug = "opioid-agonist-treatment-reaches-the-prisons-of-ukraine"
  mkdirSync(join(cwd, "texts/en"), { recursive: true })
  writeFileSync(join(cwd, `texts/en/${slug}.md`), "# Treatment\r\n\r\nThe whole *text*.\r\n")
  expect(await report([listing, "--bodies", "texts"], cwd)).toMatchObject({ created: all })
  expect(await report([listing], cwd)).toMatchObject({ unchanged: all })
  const store = await openStore(`sqlite:${join(cwd, "data/newsroom.db")}`)
  expect((await store.get({ kind: "news", slug }))?.body).toBe("# Treatment\n\nThe whole *text*.")
  await store.close()
})

test("a Markdown file that belongs to no item is said, with the name that was meant, and the exit code is 1", async () => {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, "texts"))
  writeFileSync(join(cwd, "texts/opioid-agonist-treatment-reaches-the-prison-of-ukraine.md"), "The whole text.")
  const { code, stdout, stderr } = await newsroom(["import", listing, "--bodies", "texts"], { cwd })
  expect(code).toBe(1)
  expect(stdout).toContain("did you mean opioid-agonist-treatment-reaches-the-prisons-of-ukraine.md?")
  expect(stderr).toBe("newsroom: One thing was not read.\n")
})

test("a date that no calendar has is not read: the rest goes in, and the exit code is 1", async () => {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, "wrong.txt"), "A meeting\n\n31 June 2021\n\nIt was said...\n\nRead More\n")
  const { code, stdout, stderr } = await newsroom(["import", "wrong.txt"], { cwd })
  expect({ code, stderr }).toEqual({ code: 1, stderr: "newsroom: One thing was not read.\n" })
  expect(stdout).toMatch(/^1 item read: 1 created/)
  expect(stdout).toMatch(/wrong\.txt:3:1: .*31 June 2021/)
})

async function report(args: readonly string[], cwd: string): Promise<Record<string, unknown>> {
  const { stdout, stderr } = await newsroom(["import", "--json", ...args], { cwd })
  if (stderr !== "") throw new Error(stderr)
  return JSON.parse(stdout) as Record<string, unknown>
}

async function lastSeq(cwd: string): Promise<number> {
  const store = await openStore(`sqlite:${join(cwd, "data/newsroom.db")}`)
  try {
    return await store.seq()
  } finally {
    await store.close()
  }
}
