import * as z from "zod"

/** How one attends: schema.org EventAttendanceModeEnumeration, its values verbatim. */
export const EventAttendanceMode = z.enum([
  "OfflineEventAttendanceMode",
  "OnlineEventAttendanceMode",
  "MixedEventAttendanceMode",
])
export type EventAttendanceMode = z.infer<typeof EventAttendanceMode>
