import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseItem } from "@pg/domain"
import { expect, test } from "vitest"
import { builtCommand, newsroom, sample, temporaryFolder } from "./command.js"

test.each(["listing.en.txt", "listing.fr.txt"])(
  "%s comes out as one item a line, and each line is an item",
  async (name) => {
    const { code, stdout } = await newsroom(["parse", sample(name)], { cwd: temporaryFolder() })
    expect(code).toBe(0)
    const items = stdout
      .trimEnd()
      .split("\n")
      .map((line) => parseItem(JSON.parse(line)))
    expect(new Set(items.map((item) => item.locale))).toEqual(new Set([name.slice(8, 10)]))
  },
)

test.each(["listing.en.txt", "listing.fr.txt"])("%s is given back byte for byte", async (name) => {
  const { code, stdout } = await newsroom(["parse", sample(name), "--reprint"], { cwd: temporaryFolder() })
  expect({ code, stdout }).toEqual({ code: 0, stdout: readFileSync(sample(name), "utf8") })
})

test("a byte order mark, CRLF and odd spaces are given back too", async () => {
  const cwd = temporaryFolder()
  const text = "\uFEFFA title\r\n\r\n 16 June 2021 \r\n\r\nA teaser...\r\n\r\n\r\nRead More\r\n\r\n"
  writeFileSync(join(cwd, "windows.txt"), text)
  expect((await newsroom(["parse", "windows.txt", "--reprint"], { cwd })).stdout).toBe(text)
})

test("what was not understood goes to standard error with its place, so that it never mixes with the items", async () => {
  const { stdout, stderr } = await newsroom(["parse", sample("listing.en.txt")], { cwd: temporaryFolder() })
  expect(
    stdout
      .trimEnd()
      .split("\n")
      .every((line) => line.startsWith("{")),
  ).toBe(true)
  expect(stderr).toContain("listing.en.txt:133:1: ")
})

test("a listing may come through standard input", async () => {
  const input = "Un titre\n\n16 juin 2021\n\nUn texte...\n\nLire la suite\n"
  const { stdout } = await newsroom(["parse", "-", "--locale", "fr"], { cwd: temporaryFolder(), input })
  expect(JSON.parse(stdout)).toMatchObject({ locale: "fr", title: "Un titre", issued: "2021-06-16" })
})

test("a reader that has had enough is no failure: `parse | head` ends well", async () => {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, "long.txt"), `${readFileSync(sample("listing.en.txt"), "utf8")}\n\n`.repeat(20))
  const child = spawn(process.execPath, [builtCommand, "parse", "long.txt"], { cwd, stdio: ["ignore", "pipe", "pipe"] })
  let stderr = ""
  child.stderr.on("data", (chunk) => (stderr += String(chunk)))
  child.stdout.once("data", () => child.stdout.destroy())
  const [code] = await once(child, "close")
  expect({ code, stderr: stderr.replace(/^long\.txt:.*\n/gm, "") }).toEqual({ code: 0, stderr: "" })
})
