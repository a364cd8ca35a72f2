import { type Item, parseItem } from "@pg/domain"

/** A publication of which nothing is known but its title, unless its fields say otherwise. */
export const citable = (fields: object = {}): Item =>
  parseItem({
    id: "0190b3a5-7c1e-7000-8000-0000000000f1",
    kind: "publication",
    locale: "en",
    slug: "a",
    title: "A",
    ...fields,
  })
