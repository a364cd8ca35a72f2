import type { Item } from "@pg/domain"

/**
 * Gives back the listing that items were read from, byte for byte: their parts of it, one after the other. Items of
 * several listings, or some of one, give back those parts; an item that was not imported gives nothing.
 */
export const reprint = (items: readonly Item[]): string => items.map(({ source }) => source?.text ?? "").join("")
