import { type Item, Locale, nearest, News } from "@pg/domain"
import { basename, extname, join } from "node:path"
import { Failure } from "./failure.js"
import type { FileIssue } from "./issues.js"
import { readFolder, readText } from "./read-text.js"

/** The text of an item, in Markdown, as a file gives it; `locale` is absent where the file stands in no language's folder. */
export type Body = { file: string; slug: string; locale: string | undefined; text: string }

/**
 * The Markdown files of a directory, `SLUG.md` or `LOCALE/SLUG.md`. Throws Failure where the directory is not there, or
 * a file cannot be the body of an item.
 */
export async function readBodies(directory: string): Promise<Body[]> {
  const { files: names, folders } = await readFolder(directory)
  const bodies = await Promise.all(names.filter(isMarkdown).map((name) => readBody(join(directory, name), undefined)))
  for (const locale of folders.filter((name) => Locale.safeParse(name).success)) {
    const files = (await readFolder(join(directory, locale))).files.filter(isMarkdown)
    bodies.push(...(await Promise.all(files.map((name) => readBody(join(directory, locale, name), locale)))))
  }
  return bodies
}

/** The items with the bodies that are theirs by slug, one of their own language before one of any. */
export function addBodies(items: readonly Item[], bodies: readonly Body[]): Item[] {
  const bodiesByKey = new Map(bodies.map((body) => [keyOf(body), body]))
  return items.map((item) => {
    const body = bodiesByKey.get(keyOf(item)) ?? bodiesByKey.get(keyOf({ ...item, locale: undefined }))
    return body ? { ...item, body: body.text } : item
  })
}

/**
 * An issue for each body that belongs to none of the items. A language of which there is no item is left out: its
 * listing is not part of this import.
 */
export function strayBodies(items: readonly Item[], bodies: readonly Body[]): FileIssue[] {
  const locales = new Set(items.map((item) => item.locale))
  const keys = new Set(items.flatMap((item) => [keyOf(item), keyOf({ ...item, locale: undefined })]))
  const slugs = items.map((item) => item.slug)
  return bodies
    .filter((body) => (body.locale === undefined || locales.has(body.locale)) && !keys.has(keyOf(body)))
    .map(({ file, slug, text }) => {
      const suggestion = nearest(slug, slugs)
      const hint = `no item has this slug${suggestion === undefined ? "" : `; did you mean ${suggestion}.md?`}`
      return { file, line: 1, column: 1, code: "stray-body", text, hint }
    })
}

const isMarkdown = (name: string) => extname(name) === ".md"

const keyOf = ({ locale = "", slug }: { locale?: string | undefined; slug: string }) => `${locale}/${slug}`

async function readBody(file: string, locale: string | undefined): Promise<Body> {
  const text = (await readText(file))
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .trim()
  const result = News.shape.body.safeParse(text)
  if (!result.success) throw new Failure(`${file} cannot be the body of an item: ${result.error.issues[0]?.message}.`)
  return { file, slug: basename(file, ".md"), locale, text }
}
