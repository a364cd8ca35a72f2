import type { Asking } from "../asking.js"
import { type Item, type ItemChange, type KindName, Slug } from "@pg/domain"
import { linkHeaderOf } from "../link-header.js"
import { History } from "../components/history.js"
import { type Related, RelatedItems } from "../components/related.js"
import { viewOf } from "../kinds/views.js"
import { type PageLocale, pageLocaleOf, pageLocales } from "../messages/languages.js"
import type { Answer, Visit } from "../page.js"
import { apiListPath, itemPath } from "../paths.js"
import { loadAbsentItem } from "./absent-item.js"
import { sharingOf } from "./sharing-of.js"

/**
 * An item by its slug. One in another language is shown here too, said to be in that language, with its own address as
 * the canonical one. A slug that the item used to have leads to the one it has now.
 */
export async function loadItem(visit: Visit, kind: KindName): Promise<Answer> {
  const { client, locale, slug, url, siteUrl } = visit
  const item = await findBySlug(client, kind, slug, locale)
  if (!item) return loadAbsentItem(visit, kind)
  // One that was merged is part of another by now, which may even be of another kind.
  if (item.slug !== slug || item.kind !== kind) return { redirect: itemPath(locale, item) + url.search, status: 301 }
  const [found, changes] = await Promise.all([findRelated(client, item), findHistory(client, item)])
  const translations = found.filter(isTranslation).map((one) => one.item)
  const related = found.filter((one) => !isTranslation(one))
  const { Page, words } = viewOf(item)
  return {
    title: item.title,
    description: item.summary,
    canonical: itemPath(pageLocaleOf(item.locale), item),
    alternates: alternatesOf([item, ...translations]),
    versions: versionsOf([item, ...translations]),
    signposts: linkHeaderOf(item, siteUrl),
    feed: {
      path: apiListPath(".atom", { kind: [kind], locale: [item.locale] }),
      title: words[locale].title,
    },
    sharing: sharingOf(item, locale, siteUrl),
    content: () => (
      <Page
        item={item}
        translations={translations}
        bodyHtml={item.bodyHtml}
        isDraft={false}
        changes={changes}
        related={
          <>
            <RelatedItems related={related} />
            <History item={item} changes={changes} />
          </>
        }
      />
    ),
  }
}

/** Of the items with a slug the one in the page's language, else one in any other. */
async function findBySlug(client: Asking, kind: KindName, slug: string, locale: PageLocale) {
  if (!plainSlug.test(slug) && !Slug.safeParse(slug).success) return undefined
  return (await client.getShown(kind, slug, locale)) ?? (await client.getShown(kind, slug))
}

/** Nearly every slug is one of these, which is seen at once; to see it of any other takes folding its accents. */
const plainSlug = /^[a-z0-9]{1,30}(?:-[a-z0-9]{1,20}){0,4}$/

const mostRelated = 24

/** The items to which this one stands in a relation; one that is no longer there is left out. */
async function findRelated(client: Asking, { relations }: Item): Promise<Related[]> {
  if (relations.length === 0) return []
  const found = await Promise.all(
    relations.slice(0, mostRelated).map(async ({ rel, id }) => ({ rel, item: await client.get(id) })),
  )
  return found.flatMap(({ rel, item }) => (item ? [{ rel, item }] : []))
}

/** What has not been changed has no history to be asked for. */
const findHistory = async (client: Asking, { id, revision = 1 }: Item): Promise<ItemChange[]> =>
  revision === 1 ? [] : client.history(id)

const isTranslation = ({ rel }: Related) => rel === "translationOf" || rel === "hasTranslation"

/** In each language of the pages its version of an item; where there is none, the first among that language's words. */
function alternatesOf(versions: readonly [Item, ...Item[]]): Record<PageLocale, string> {
  const versionIn = (locale: PageLocale) => versions.find((version) => pageLocaleOf(version.locale) === locale)
  return Object.fromEntries(
    pageLocales.map((locale) => [locale, itemPath(locale, versionIn(locale) ?? versions[0])]),
  ) as Record<PageLocale, string>
}

/** The languages of the pages in which there is a version; the words of a page around it make none. */
const versionsOf = (versions: readonly Item[]): PageLocale[] =>
  pageLocales.filter((locale) => versions.some((version) => version.locale.split("-")[0] === locale))
