import { expect, test } from "vitest"
import { readConfiguration } from "./configuration.js"
import { Failure } from "./failure.js"

test("with no settings the newsroom keeps to this machine and to one file", () => {
  expect(readConfiguration({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    database: "sqlite:./data/newsroom.db",
    files: "file:data/files",
    fileBytes: 100_000_000,
    url: undefined,
    email: undefined,
    logLevel: undefined,
    cacheBytes: 64_000_000,
    requestsPerMinute: 1200,
    writesPerMinute: 600,
    trustedProxies: 0,
    metricsToken: undefined,
    webhookAllow: "",
    webhookTimeout: 15,
    hub: undefined,
  })
})

test("an empty variable is as if absent, because that is how compose files leave one out", () => {
  expect(readConfiguration({ PORT: "", NEWSROOM_URL: "" })).toEqual(readConfiguration({}))
})

test("files are kept beside the database, where it is a file, or where that is said", () => {
  expect(readConfiguration({ NEWSROOM_DATABASE: "sqlite:/var/lib/newsroom/a.db" }).files).toBe(
    "file:/var/lib/newsroom/files",
  )
  expect(readConfiguration({ NEWSROOM_DATABASE: "postgres://localhost/news" }).files).toBe("file:./data/files")
  expect(readConfiguration({ NEWSROOM_FILES: "s3://newsroom/files" }).files).toBe("s3://newsroom/files")
})

test("the public address is an origin, with or without its last slash", () => {
  expect(readConfiguration({ NEWSROOM_URL: "https://news.example.org/" }).url).toBe("https://news.example.org")
})

test.each([
  ["PORT", "http"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", "3000.5"],
  ["HOST", "not a host"],
  ["NEWSROOM_DATABASE", "newsroom.db"],
  ["NEWSROOM_DATABASE", "mysql://localhost/newsroom"],
  ["NEWSROOM_DATABASE", "sqlite:"],
  ["NEWSROOM_FILES", "data/files"],
  ["NEWSROOM_FILES", "s3:newsroom"],
  ["NEWSROOM_FILE_MB", "1 GB"],
  ["NEWSROOM_URL", "example.org"],
  ["NEWSROOM_URL", "ftp://example.org"],
  ["NEWSROOM_URL", "https://example.org/newsroom"],
  ["NEWSROOM_URL", "https://user:secret@example.org"],
  ["NEWSROOM_METRICS_TOKEN", "short"],
  ["NEWSROOM_METRICS_TOKEN", "with a space in it and long"],
  ["NEWSROOM_EMAIL", "the webmaster"],
  ["NEWSROOM_EMAIL", "webmaster@localhost"],
  ["NEWSROOM_LOG", "verbose"],
  ["NEWSROOM_CACHE_MB", "64 MB"],
  ["NEWSROOM_CACHE_MB", "100001"],
  ["NEWSROOM_RATE_LIMIT", "-1"],
  ["NEWSROOM_TRUSTED_PROXIES", "127.0.0.1"],
  ["NEWSROOM_WEBHOOK_ALLOW", "10.0.0/8"],
  ["NEWSROOM_WEBHOOK_TIMEOUT", "15s"],
  ["NEWSROOM_WEBHOOK_TIMEOUT", "0"],
  ["NEWSROOM_WEBSUB_HUB", "hub.example.org"],
  ["NEWSROOM_WEBSUB_HUB", "https://user:secret@hub.example.org"],
])("%s=%s is refused by name, with an example of a right one", (name, value) => {
  expect(failureOf({ [name]: value }).message).toMatch(new RegExp(`^${name} .*, as in ${name}=`))
})

test("every wrong setting is said at once, so that nobody has to come back for the next", () => {
  expect(failureOf({ PORT: "x", NEWSROOM_URL: "y" }).message.split("\n")).toHaveLength(2)
})

test("a setting with a slip in its name is refused, or the data would go somewhere else", () => {
  expect(failureOf({ NEWSROOM_DATABSE: "sqlite:/srv/newsroom.db" }).message).toBe(
    "NEWSROOM_DATABSE is no setting of the newsroom; did you mean NEWSROOM_DATABASE?",
  )
})

test("a password in a wrong database address is not repeated", () => {
  expect(failureOf({ NEWSROOM_DATABASE: "mysql://user:secret@localhost/newsroom" }).message).not.toContain("secret")
})

test("a wrong setting is wrong usage: exit code 2", () => {
  expect(failureOf({ PORT: "x" }).exitCode).toBe(2)
})

function failureOf(env: Record<string, string>): Failure {
  try {
    readConfiguration(env)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error("the configuration was taken")
}
