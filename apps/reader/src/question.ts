import { InvalidInput, type InvalidIssue, type ItemQuery, type KindName, parameters, parseQuery } from "@pg/domain"
import type { PageLocale } from "./messages/languages.js"

/** One thing in an address that is no question: which parameter, what it says, and what was probably meant. */
export type Wrong = { parameter: string; value: string; suggestion?: string | undefined }

/** What a page's address asks, in so far as it can be read, and what of it cannot. */
export type Question = { asked: ItemQuery; wrong: Wrong[] }

/** The language range that every language is in (RFC 4647 section 2.1): an address with it asks for all languages. */
export const everyLanguage = "*"

/**
 * Reads the question of a page's address. It is an ItemQuery as the API has it but for the language: where none is
 * asked for, it is the page's own; `locale=*` asks for all. A list of one kind takes no `kind`.
 */
export function readQuestion(search: URLSearchParams, kind?: KindName): Question {
  const pairs = [...search]
  const asksEvery = pairs.some(([name, value]) => name === "locale" && value.split(",").includes(everyLanguage))
  const rest = asksEvery ? pairs.filter(([name]) => name !== "locale") : pairs
  const issues = [...issuesOf(rest), ...notForPages(rest), ...(kind === undefined ? [] : kindIssues(rest))]
  const names = new Set(issues.map((issue) => issue.path))
  const asked = parseQuery(rest.filter(([name]) => !names.has(name.slice(0, 60))))
  return {
    asked: asksEvery ? { ...asked, locale: [everyLanguage] } : asked,
    wrong: issues.map(({ path, suggestion }) => ({ parameter: path, value: search.get(path) ?? "", suggestion })),
  }
}

/** Whether a name is one of the parameters of a page's question: all but those that say how an answer is written. */
export const isParameter = (name: string): boolean => pageParameters.some((parameter) => parameter === name)

const ofAnswers: readonly (keyof ItemQuery)[] = ["fields", "profile", "include", "facets", "feed"]

/** The parameters that a page's address can have. */
export const pageParameters: readonly (keyof ItemQuery)[] = parameters.filter((name) => !ofAnswers.includes(name))

/** The order of a list that asks for none. */
export const usualSort = ({ q }: ItemQuery): NonNullable<ItemQuery["sort"]> =>
  q === undefined ? "-issued" : "relevance"

/** The question to the API that stands behind a page's question. */
export function toApiQuery({ locale, ...asked }: ItemQuery, pageLocale: PageLocale, kind?: KindName): ItemQuery {
  const locales = locale ?? [pageLocale]
  return {
    ...asked,
    ...(kind !== undefined && { kind: [kind] }),
    ...(!locales.includes(everyLanguage) && { locale: locales }),
  }
}

/** The shortest way to ask the same: without what the page assumes anyway. */
export function withoutDefaults({ locale, sort, ...asked }: ItemQuery, pageLocale: PageLocale): ItemQuery {
  return {
    ...asked,
    ...(locale !== undefined && locale.join() !== pageLocale && { locale }),
    ...(sort !== undefined && sort !== usualSort(asked) && { sort }),
  }
}

/** The first page of the same question with one value of a filter less. */
export function withoutValue(asked: ItemQuery, name: keyof ItemQuery, value: string): ItemQuery {
  const values = asked[name]
  const rest = Array.isArray(values) ? values.filter((other) => other !== value) : []
  return { ...without(asked, name, "cursor"), ...(rest.length > 0 && { [name]: rest }) }
}

/** The same question without some of its parameters. */
export function without(asked: ItemQuery, ...names: (keyof ItemQuery)[]): ItemQuery {
  return Object.fromEntries(Object.entries(asked).filter(([name]) => !names.includes(name as keyof ItemQuery)))
}

function issuesOf(pairs: [string, string][]): readonly InvalidIssue[] {
  try {
    parseQuery(pairs)
    return []
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues
    throw error
  }
}

const notForPages = (pairs: [string, string][]): InvalidIssue[] =>
  ofAnswers
    .filter((name) => pairs.some(([asked, value]) => asked === name && value.trim() !== ""))
    .map((path) => ({ path, message: "is for the API only" }))

const kindIssues = (pairs: [string, string][]): InvalidIssue[] =>
  pairs.some(([name, value]) => name === "kind" && value !== "")
    ? [{ path: "kind", message: "this list is of one kind only" }]
    : []
