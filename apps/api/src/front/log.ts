import { type DestinationStream, type Logger, pino } from "pino"

/** The log of a process: lines of JSON. */
export type Log = Pick<Logger, "info" | "warn" | "error" | "debug" | "isLevelEnabled">

/** From what on lines are written: `info` has a line for each request, `silent` none at all. */
export type LogLevel = "silent" | "error" | "warn" | "info" | "debug"

/** A log to a stream. Lines have `time` in UTC and the level's name, and say nothing of the machine. */
export const createLog = (level: LogLevel, stream: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  )
