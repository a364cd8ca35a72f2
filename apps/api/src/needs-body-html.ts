import type { ItemQuery } from "@pg/domain"
import type { Format } from "@pg/formats"

/** Whether bodies are to be given as HTML too: feeds, which people read as they are, have them always, JSON where that is asked for. */
export const needsBodyHtml = ({ name, says }: Format, { include }: Pick<ItemQuery, "include">): boolean =>
  says.includes("bodyHtml") && (name !== "json" || include?.includes("bodyHtml") === true)
