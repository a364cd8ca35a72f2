import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { run } from "./run.js"

/** A calendar of khal with nothing in it. `events` is the folder in which it has a file for each event. */
export function calendar(folder: string) {
  const [events, config] = [join(folder, "events"), join(folder, "khal.conf")]
  mkdirSync(events)
  writeFileSync(config, configuration(events, join(folder, "khal.db")))
  const khal = (command: string, ...args: readonly string[]) =>
    run("khal", ["-c", config, command, ...args], { env: { HOME: folder } })
  /** What is in it from 2019 to 2023, in order: first and last day (with times, in Paris, if it has any), status, title. */
  const list = async (): Promise<string[]> => {
    const { stdout } = await khal("list", "--once", "--day-format", "", "--format", format, "2019-01-01", "2023-12-31")
    return stdout
      .split("\n")
      .flatMap((line) => line.trim() || [])
      .toSorted()
  }
  /** Puts a calendar into it; what it has already, by its UID, is replaced. */
  const take = async (text: string): Promise<void> => {
    const file = join(folder, "taken.ics")
    writeFileSync(file, text)
    await khal("import", "--batch", "-a", "events", file)
  }
  return { events, list, take }
}

/** khal puts a space after the status where there is one. */
const format = "{start} – {end}, {status}{title}"

const configuration = (events: string, cache: string) => `[calendars]
[[events]]
path = ${events}
type = calendar

[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Paris
default_timezone = Europe/Paris

[sqlite]
path = ${cache}
`
