import { dirname, join } from "node:path"
// Its code takes longer to load than a listing to parse: only the type is needed.
import type { LogLevel } from "@pg/api"
import { nearest } from "@pg/domain"
import * as z from "zod"
import { parseAllowed } from "@pg/webhooks"
import { Failure } from "./failure.js"
import type { World } from "./world.js"

/**
 * The settings of a run. `url` is the origin that the public sees; absent where the port alone decides it. `email` is where
 * whoever runs it can be written to. `files` is where files are kept, `fileBytes` how large one may be. `logLevel` is absent where it is not said. The others are those of `FrontOptions`.
 */
export type Configuration = {
  port: number
  host: string
  database: string
  files: string
  fileBytes: number
  url: string | undefined
  email: string | undefined
  logLevel: LogLevel | undefined
  cacheBytes: number
  requestsPerMinute: number
  writesPerMinute: number
  trustedProxies: number
  metricsToken: string | undefined
  /** Addresses that are not public and may be told all the same; `hub` is a WebSub hub; seconds that a receiver has. */
  webhookAllow: string
  webhookTimeout: number
  hub: string | undefined
}

/**
 * Reads the settings from the environment; an empty variable is as if absent. Throws Failure (exit code 2) that names
 * every variable that is wrong, and those that begin like ours but are none.
 */
export function readConfiguration(env: World["env"]): Configuration {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""))
  const result = Environment.safeParse(given)
  const wrong = result.success ? [] : result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`)
  const problems = [...wrong, ...unknown(Object.keys(given))]
  if (problems.length > 0 || !result.success) throw new Failure(problems.join("\n"), 2)
  const { data } = result
  return {
    port: data.PORT,
    host: data.HOST,
    database: data.NEWSROOM_DATABASE,
    files: data.NEWSROOM_FILES ?? filesBeside(data.NEWSROOM_DATABASE),
    fileBytes: data.NEWSROOM_FILE_MB * 1_000_000,
    url: data.NEWSROOM_URL,
    email: data.NEWSROOM_EMAIL,
    logLevel: data.NEWSROOM_LOG,
    cacheBytes: data.NEWSROOM_CACHE_MB * 1_000_000,
    requestsPerMinute: data.NEWSROOM_RATE_LIMIT,
    writesPerMinute: data.NEWSROOM_WRITE_LIMIT,
    trustedProxies: data.NEWSROOM_TRUSTED_PROXIES,
    metricsToken: data.NEWSROOM_METRICS_TOKEN,
    webhookAllow: data.NEWSROOM_WEBHOOK_ALLOW,
    webhookTimeout: data.NEWSROOM_WEBHOOK_TIMEOUT,
    hub: data.NEWSROOM_WEBSUB_HUB,
  }
}

/** A file of SQLite has a folder; of a server nobody knows where it keeps anything. */
function filesBeside(database: string): string {
  const file = /^sqlite:(?:\/\/)?\s*(.*)/.exec(database)?.[1]
  return file === undefined ? "file:./data/files" : `file:${join(dirname(file), "files")}`
}

const quoted = (input: unknown) => JSON.stringify(String(input).slice(0, 100))

const logLevels = ["silent", "error", "warn", "info", "debug"] as const satisfies readonly LogLevel[]

const wholeNumber = (most: number, usual: number, example: string, least = 0) => {
  const error = ({ input }: { input?: unknown }) =>
    `is ${quoted(input)}, which is no whole number from ${least} to ${most}; give one, as in ${example}`
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((number) => number >= least && number <= most, { error })
    .default(usual)
}

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: ({ input }) => wrongPort(input) })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: ({ input }) => wrongPort(input) })
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, {
      error: ({ input }) => `is ${quoted(input)}, which is no host name or address; give one, as in HOST=127.0.0.1`,
    })
    .default("127.0.0.1"),
  NEWSROOM_DATABASE: z
    .string()
    .regex(/^(?:sqlite:\s*\S|postgres(?:ql)?:\/\/.)/, {
      // What was given is not repeated: there may be a password in it.
      error:
        "is neither sqlite:PATH nor postgres://USER:PASSWORD@HOST/NAME; give one of them, " +
        "as in NEWSROOM_DATABASE=sqlite:./data/newsroom.db",
    })
    .default("sqlite:./data/newsroom.db"),
  NEWSROOM_FILES: z
    .string()
    .regex(/^(?:file:\s*\S|s3:\/\/[^/?\s])/, {
      error:
        "is neither file:PATH nor s3://BUCKET; give one of them, as in " +
        "NEWSROOM_FILES=s3://newsroom?region=eu-west-3&endpoint=https://s3.example.org",
    })
    .optional(),
  NEWSROOM_FILE_MB: wholeNumber(2000, 100, "NEWSROOM_FILE_MB=100"),
  NEWSROOM_URL: z
    .string()
    .refine(isOrigin, {
      error: ({ input }) =>
        `is ${quoted(input)}, which is no web address of a host; give scheme and host alone, ` +
        "as in NEWSROOM_URL=https://newsroom.example.org",
    })
    .transform((url) => new URL(url).origin)
    .optional(),
  NEWSROOM_EMAIL: z
    .string()
    .regex(/^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/, {
      error: ({ input }) =>
        `is ${quoted(input)}, which is no email address; give one, as in NEWSROOM_EMAIL=web@example.org`,
    })
    .optional(),
  NEWSROOM_LOG: z
    .enum(logLevels, {
      error: ({ input }) =>
        `is ${quoted(input)}, which is none of ${logLevels.join(", ")}; give one of them, as in NEWSROOM_LOG=warn`,
    })
    .optional(),
  NEWSROOM_CACHE_MB: wholeNumber(100_000, 64, "NEWSROOM_CACHE_MB=64"),
  NEWSROOM_RATE_LIMIT: wholeNumber(1_000_000, 1200, "NEWSROOM_RATE_LIMIT=1200"),
  NEWSROOM_WRITE_LIMIT: wholeNumber(1_000_000, 600, "NEWSROOM_WRITE_LIMIT=600"),
  NEWSROOM_TRUSTED_PROXIES: wholeNumber(10, 0, "NEWSROOM_TRUSTED_PROXIES=1"),
  NEWSROOM_METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,200}$/, {
      // What was given is not repeated: it is a secret.
      error:
        "is no token of 16 to 200 letters, digits and - . _ ~ + / =; give one that nobody guesses, " +
        "as in NEWSROOM_METRICS_TOKEN=$(openssl rand -hex 32)",
    })
    .optional(),
  NEWSROOM_WEBHOOK_ALLOW: z
    .string()
    .refine(isAllowList, {
      error: ({ input }) =>
        `is ${quoted(input)}, which is no list of addresses, networks and hosts; give one, ` +
        "as in NEWSROOM_WEBHOOK_ALLOW=10.0.0.0/8,localhost",
    })
    .default(""),
  NEWSROOM_WEBHOOK_TIMEOUT: wholeNumber(60, 15, "NEWSROOM_WEBHOOK_TIMEOUT=15", 1),
  NEWSROOM_WEBSUB_HUB: z
    .string()
    .refine(isHub, {
      error: ({ input }) =>
        `is ${quoted(input)}, which is no web address; give one, as in NEWSROOM_WEBSUB_HUB=https://hub.example.org/`,
    })
    .transform((url) => new URL(url).href)
    .optional(),
})

const wrongPort = (input: unknown) =>
  `is ${quoted(input)}, which is no port; give a number from 0 to 65535, as in PORT=3000`

function isAllowList(text: string): boolean {
  try {
    parseAllowed(text)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function isHub(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, hash } = new URL(text)
  return /^https?:$/.test(protocol) && `${username}${password}${hash}` === ""
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, pathname, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === "" && pathname === "/"
}

function unknown(names: readonly string[]): string[] {
  const settings = Object.keys(Environment.shape)
  return names
    .filter((name) => name.startsWith("NEWSROOM_") && !settings.includes(name))
    .map((name) => {
      const suggestion = nearest(name, settings)
      return `${name} is no setting of the newsroom${suggestion === undefined ? "" : `; did you mean ${suggestion}?`}`
    })
}
