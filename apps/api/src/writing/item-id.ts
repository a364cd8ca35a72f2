import { Id } from "@pg/domain"
import { Refused } from "./refused.js"

/** The id of an item as an address has it. Throws Refused. */
export function readItemId(text = ""): string {
  if (Id.safeParse(text).success) return text
  throw new Refused("absent", "An item's id is a UUID in lower case, and this is none.")
}
