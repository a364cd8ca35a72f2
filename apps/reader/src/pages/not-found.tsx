import { SearchForm } from "../components/search-form.js"
import { languages, type PageLocale } from "../messages/languages.js"
import type { View } from "../page.js"
import { homesIn } from "./homes.js"

/** There is nothing at this address; its words may find what was meant. */
export function showNotFound(path: string, locale: PageLocale): View {
  const { failure } = languages[locale]
  return {
    status: 404,
    title: failure.notFound,
    alternates: homesIn(),
    content: () => (
      <div class="failure">
        <p class="number">404</p>
        <h1>{failure.notFound}</h1>
        <p class="summary">{failure.notFoundText}</p>
        <SearchForm q={wordsOf(path)} label={failure.notFoundSearch} />
      </div>
    ),
  }
}

/** The words of an address's last part: `/en/news/revised-statute.html` is "revised statute". */
function wordsOf(path: string): string {
  const last = path.split("/").findLast((segment) => segment !== "" && !/^(?:en|fr)$/.test(segment)) ?? ""
  return decode(last)
    .replace(/\.\w{1,5}$/, "")
    .replace(/[\p{Cc}\p{Cf}\p{P}\p{S}\s]+/gu, " ")
    .trim()
    .slice(0, 120)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // its percent signs are no encoding: the text as it stands
  }
}
