import { existsSync, globSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { run } from "./run.js"

/**
 * Before all checks: sees to it that the programs which judge are there, by Debian's packages where that is allowed (root
 * and apt), and says which versions they are. Where some are lacking the run ends with one line that names them.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"))
  await install(await lacking())
  const schemas = await findSchemas(folder)
  const still = [...(await lacking()).map(nameOf), ...(schemas === undefined ? [`OAI-PMH.xsd (${schemaPackage})`] : [])]
  if (still.length > 0 || schemas === undefined) return giveUp(folder, still)
  project.provide("schemas", schemas)
  process.stdout.write(`Judged by ${(await Promise.all(judges.map(describe))).join(", ")}.\n`)
  return () => rmSync(folder, { recursive: true, force: true })
}

/** A program that judges, Debian's package of it, and the command that tells its version. */
type Judge = { name: string; debian: string; version: readonly [program: string, ...args: string[]] }

const judges: readonly Judge[] = [
  { name: "xmllint", debian: "libxml2-utils", version: ["xmllint", "--version"] },
  {
    name: "feedparser",
    debian: "python3-feedparser",
    version: ["python3", "-c", "import feedparser; print(feedparser.__version__)"],
  },
  { name: "newsboat", debian: "newsboat", version: ["newsboat", "--version"] },
  { name: "vdirsyncer", debian: "vdirsyncer", version: ["vdirsyncer", "--version"] },
  { name: "khal", debian: "khal", version: ["khal", "--version"] },
  { name: "biber", debian: "biber", version: ["biber", "--version"] },
  { name: "bibutils", debian: "bibutils", version: ["bib2xml", "--version"] },
  {
    name: "HTTP::OAI",
    debian: "libhttp-oai-perl",
    version: ["perl", "-MHTTP::OAI", "-e", "print $HTTP::OAI::VERSION"],
  },
]

const nameOf = ({ name, debian }: Judge) => `${name} (${debian})`

async function lacking(): Promise<Judge[]> {
  const found = await Promise.all(
    judges.map(({ version: [program, ...args] }) => run(program, args).catch(() => undefined)),
  )
  return judges.filter((_, index) => found[index] === undefined)
}

async function describe({ name, version: [program, ...args] }: Judge): Promise<string> {
  const { stdout, stderr } = await run(program, args)
  return `${name} ${/\d+(?:[.]\d+)+|\d{4,}/.exec(stdout + stderr)?.[0] ?? ""}`.trim()
}

async function install(judges: readonly Judge[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return
  const packages = [...new Set(judges.map(({ debian }) => debian))]
  await aptGet(["update"])
  if (packages.length > 0) await aptGet(["install", "--yes", "--no-install-recommends", ...packages])
}

/** What apt-get cannot do shows in what is lacking afterwards. */
const aptGet = (args: readonly string[], cwd?: string) =>
  run("apt-get", ["-qq", ...args], {
    env: { DEBIAN_FRONTEND: "noninteractive" },
    seconds: 180,
    ...(cwd !== undefined && { cwd }),
  }).catch((error: unknown) => process.stderr.write(`${String(error)}\n`))

/** It ships the schemas of OAI-PMH. It is taken apart and not installed, for it would bring half an observatory along. */
const schemaPackage = "python3-gavo"

async function findSchemas(folder: string): Promise<string | undefined> {
  const inside = "usr/lib/python3/dist-packages/gavo/resources/schemata"
  const named = process.env["OAI_SCHEMAS"]
  if (named) return named
  if (existsSync(join("/", inside, "OAI-PMH.xsd"))) return join("/", inside)
  if (!existsSync("/usr/bin/apt-get")) return undefined
  await aptGet(["download", schemaPackage], folder)
  const [file] = globSync("*.deb", { cwd: folder })
  if (file === undefined) return undefined
  await run("dpkg-deb", ["-x", file, "."], { cwd: folder })
  return join(folder, inside)
}

function giveUp(folder: string, still: readonly string[]): never {
  rmSync(folder, { recursive: true, force: true })
  process.stderr.write(
    `npm run conformance lacks ${still.join(", ")}: install them, or run it as root on Debian, where it does so itself.\n`,
  )
  process.exit(1)
}

declare module "vitest" {
  interface ProvidedContext {
    /** A folder with OAI-PMH.xsd, oai_dc.xsd and what they import. */
    schemas: string
  }
}
