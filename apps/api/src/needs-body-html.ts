import type { ItemQuery } from "@pg/domain"
import type { Format } from "@pg/formats"

/** Whether a format is to be given bodies as HTML: always, or where that is asked for. */
export const needsBodyHtml = ({ says, showsBodies }: Format, { include }: Pick<ItemQuery, "include">): boolean =>
  showsBodies ?? (says.includes("bodyHtml") && include?.includes("bodyHtml") === true)
