import { InvalidInput, type ItemQuery, type KindName, Locale, parseQuery, unknownParameter } from "@pg/domain"
import type { Format, Part } from "@pg/formats"
import type { Context } from "hono"

/** The query string of a request, without its question mark. */
export function searchOf(c: Context): string {
  const { url } = c.req
  const start = url.indexOf("?")
  return start < 0 ? "" : (url.slice(start + 1).split("#", 1)[0] ?? "")
}

/** The question that a list's query string asks. Throws InvalidInput; a list of one kind has that kind already. */
export function readListQuery(search: URLSearchParams, kind?: KindName): ItemQuery {
  if (kind !== undefined && search.getAll("kind").some((value) => value.trim() !== ""))
    throw new InvalidInput([
      { path: "kind", message: `this list is of one kind only (${kind}); ask /items for others` },
    ])
  const query = parseQuery(search)
  if (kind !== undefined && query["not.kind"]?.includes(kind))
    throw new InvalidInput([{ path: "not.kind", message: `this list has nothing but ${kind}; ask /items for others` }])
  return query
}

/** What can be asked about one item: which of its fields, and what goes with it. */
export type ItemQuestion = Pick<ItemQuery, "fields" | "profile" | "include">
const itemQuestion = ["fields", "profile", "include"] as const

/** The question that the query string of an item's address asks. Throws InvalidInput. */
export function readItemQuery(search: URLSearchParams): ItemQuestion {
  refuseOthers(search, itemQuestion)
  return parseQuery(search)
}

/** The same for an item's readable address, with which language's item is meant where several have the same slug. */
export function readSlugQuery(search: URLSearchParams): ItemQuestion & { locale?: string } {
  refuseOthers(search, ["locale", ...itemQuestion])
  const { locale: locales, ...question } = parseQuery([...search].filter(([, value]) => value.trim() !== ""))
  if (locales === undefined) return question
  const [locale, ...more] = locales
  if (more.length > 0) throw new InvalidInput([{ path: "locale", message: "must be given only once" }])
  if (!Locale.safeParse(locale).success || locale === undefined) return question
  return { ...question, locale }
}

/** An address that takes no parameters, or only those that are named. */
export const readNothing = (search: URLSearchParams): void => refuseOthers(search, [])

/** Refuses what a format cannot say. Throws InvalidInput that names the parameter, and a format that can. */
export function refuseUnsaid(query: ItemQuery, format: Format, formats: readonly Format[]): void {
  const issues = asked(query)
    .filter(([, part]) => !format.says.includes(part))
    .map(([path, part, value = path]) => {
      const able = formats.filter(({ says }) => says.includes(part)).map(({ title }) => title)
      return { path, message: `${format.title} has no place for ${value}: ask for ${able.join(" or ")}` }
    })
  if (issues.length > 0) throw new InvalidInput(issues)
}

function asked({ fields, profile, include = [], facets, feed }: ItemQuery): [string, Part, string?][] {
  return [
    ...(fields ? [["fields", "fields"] as [string, Part]] : []),
    ...(profile ? [["profile", "fields"] as [string, Part]] : []),
    ...include.map((name): [string, Part, string] => ["include", name === "source" ? "fields" : name, name]),
    ...(facets ? [["facets", "facets"] as [string, Part]] : []),
    ...(feed ? [["feed", "changes"] as [string, Part]] : []),
  ]
}

/** Refuses parameters that an address does not take. Throws InvalidInput with the nearest that it takes. */
export function refuseOthers(search: URLSearchParams, known: readonly string[]): void {
  const issues = [...search.keys()].filter((name) => !known.includes(name)).map((name) => unknownParameter(name, known))
  if (issues.length > 0) throw new InvalidInput(issues)
}
