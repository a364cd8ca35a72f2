import { cpSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { aptGet } from "./apt-get.js"
import { run } from "./run.js"

/** It ships the schemas of OAI-PMH. It is taken apart and not installed, for it would bring half an observatory along. */
export const schemaPackage = "python3-gavo"

const inside = "usr/lib/python3/dist-packages/gavo/resources/schemata"
const kept = fileURLToPath(new URL("../../../.tooling/oai-schemas", import.meta.url))

/** The folder of the schemas: that which OAI_SCHEMAS names, or the one kept from an earlier run, or the package's. */
export function findSchemas(): string | undefined {
  const named = process.env["OAI_SCHEMAS"]
  return (named ? [named] : [kept, join("/", inside)]).find((folder) => existsSync(join(folder, "OAI-PMH.xsd")))
}

/** Fetches the package and keeps its schemas, where there are none yet. */
export async function fetchSchemas(): Promise<void> {
  if (findSchemas() !== undefined) return
  const folder = mkdtempSync(join(tmpdir(), "conformance-"))
  try {
    await aptGet(["download", schemaPackage], folder)
    const [file] = globSync("*.deb", { cwd: folder })
    if (file === undefined) return
    await run("dpkg-deb", ["-x", file, "."], { cwd: folder })
    cpSync(join(folder, inside), kept, { recursive: true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
