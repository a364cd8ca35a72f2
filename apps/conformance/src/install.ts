import { existsSync } from "node:fs"
import type { TestProject } from "vitest/node"
import { aptGet } from "./apt-get.js"
import { chromium, fetchLighthouse, lighthouseCommand } from "./lighthouse.js"
import { run } from "./run.js"
import { fetchSchemas, findSchemas, schemaPackage } from "./schemas.js"

/**
 * Before all checks: sees to it that the programs which judge are there, by Debian's packages where that is allowed (root
 * and apt-get), and says which versions they are. Where some are lacking the run ends with one line that names them.
 */
export async function setup(project: TestProject): Promise<void> {
  const missing = await lacking()
  if (missing.length > 0 || findSchemas() === undefined) await install(missing)
  const schemas = findSchemas()
  if (await isLacking(lighthouse)) await fetchLighthouse()
  const still = [...(await lacking()), ...((await isLacking(lighthouse)) ? [lighthouse] : [])].map(
    ({ name, debian }) => `${name} (${debian})`,
  )
  if (schemas === undefined) return giveUp([...still, `OAI-PMH.xsd (${schemaPackage})`])
  if (still.length > 0) return giveUp(still)
  project.provide("schemas", schemas)
  process.stdout.write(`Judged by ${(await Promise.all([...judges, lighthouse].map(describe))).join(", ")}.\n`)
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
  { name: "Chromium", debian: "chromium", version: [chromium, "--version"] },
]

/** From npm, and not from Debian. */
const lighthouse: Judge = {
  name: "Lighthouse",
  debian: "npm's lighthouse",
  version: [...lighthouseCommand, "--version"],
}

const isLacking = ({ version: [program, ...args] }: Judge) =>
  run(program, args).then(
    () => false,
    () => true,
  )

async function lacking(): Promise<Judge[]> {
  const areLacking = await Promise.all(judges.map(isLacking))
  return judges.filter((_, index) => areLacking[index])
}

async function describe({ name, version: [program, ...args] }: Judge): Promise<string> {
  const { stdout, stderr } = await run(program, args)
  return `${name} ${/\d+(?:[.]\d+)+|\d{4,}/.exec(stdout + stderr)?.[0] ?? "of no known version"}`
}

/** Where packages may not be installed they may still be fetched and taken apart, which is enough for the schemas. */
async function install(missing: readonly Judge[]): Promise<void> {
  if (!existsSync("/usr/bin/apt-get")) return
  if (process.getuid?.() === 0) {
    process.stderr.write(`Installing ${[...missing.map(({ debian }) => debian), schemaPackage].join(", ")} …\n`)
    await aptGet(["update"])
    if (missing.length > 0)
      await aptGet(["install", "--yes", "--no-install-recommends", ...missing.map(({ debian }) => debian)])
  }
  await fetchSchemas()
}

function giveUp(still: readonly string[]): never {
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
