/** A day in milliseconds. */
export const day = 86_400_000

/** A day as DATE, RFC 5545 section 3.3.4: `20210615`. `time` is in milliseconds, as Date counts them, in UTC. */
export const writeDate = (time: number): string => writeDateTime(time).slice(0, 8)

/** A time as DATE-TIME, RFC 5545 section 3.3.5, less the Z: `20210615T093000`. Seconds are whole. */
export const writeDateTime = (time: number): string => new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "")

/** Whether four digits can write the year of a time, as those two formats demand. */
export const isWritable = (time: number): boolean => time >= firstTime && time <= lastTime

const firstTime = Date.parse("0000-01-01T00:00:00Z")
const lastTime = Date.parse("9999-12-31T23:59:59Z")
