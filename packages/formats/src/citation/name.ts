import type { Contributor } from "@pg/domain"

/** A name: whole, a body's or a person's, or in its parts where whoever wrote it down told them apart. */
export type Name = { literal: string; isBody: boolean } | { family: string; given: string }

/**
 * A body's name is kept whole. A person's is taken apart where it was written with one comma, "Example, Ana", and kept
 * whole where it was not: which of two words is the family name, nobody but its bearer can say.
 */
export function readName({ name, type }: Contributor): Name {
  const [family = "", given = "", ...rest] = type === "Person" ? name.split(",").map((part) => part.trim()) : []
  return family !== "" && given !== "" && rest.length === 0
    ? { family, given }
    : { literal: name, isBody: type === "Organization" }
}

/** A name on one line, the family name first. */
export const writeName = (name: Name): string => ("literal" in name ? name.literal : `${name.family}, ${name.given}`)
