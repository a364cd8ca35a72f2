import * as z from "zod"

/**
 * The id of an item: a UUID in its lower-case text form (RFC 9562). Version 5, made from the source's own key, for
 * what is imported, so that the same source gives the same id for ever; version 7 for what is written here.
 */
export const Id = z.uuid().lowercase().meta({ description: "UUID, RFC 9562, lower case" })
export type Id = z.infer<typeof Id>
