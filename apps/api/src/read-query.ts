import { InvalidInput, type ItemQuery, type KindName, Locale, nearest, parseQuery } from "@pg/domain"

/** The question that a list's query string asks. Throws InvalidInput; a list of one kind has that kind already. */
export function readListQuery(search: URLSearchParams, kind?: KindName): ItemQuery {
  if (kind !== undefined && search.getAll("kind").some((value) => value.trim() !== ""))
    throw new InvalidInput([
      { path: "kind", message: `this list is of one kind only (${kind}); ask /items for others` },
    ])
  return parseQuery(search)
}

/** The one parameter of an item's readable address: which language's, where several have the same slug. */
export function readLocale(search: URLSearchParams): { locale?: string } {
  refuseOthers(search, ["locale"])
  const [locale, ...more] = search.getAll("locale").filter((value) => value.trim() !== "")
  if (locale === undefined) return {}
  if (more.length > 0) throw new InvalidInput([{ path: "locale", message: "must be given only once" }])
  if (!Locale.safeParse(locale).success)
    throw new InvalidInput([
      { path: "locale", message: `"${locale.slice(0, 60)}" is not of the form of en, fr or pt-BR` },
    ])
  return { locale }
}

/** An address that takes no parameters. */
export const readNothing = (search: URLSearchParams): void => refuseOthers(search, [])

function refuseOthers(search: URLSearchParams, known: readonly string[]): void {
  const issues = [...search.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => name.slice(0, 60))
    .map((name) => ({ path: name, message: "there is no such parameter", ...suggestionFor(name, known) }))
  if (issues.length > 0) throw new InvalidInput(issues)
}

function suggestionFor(name: string, known: readonly string[]): { suggestion?: string } {
  const suggestion = nearest(name, known)
  return suggestion === undefined ? {} : { suggestion }
}
