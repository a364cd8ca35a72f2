import { languages, type PageLocale } from "../messages/languages.js"
import type { View } from "../page.js"
import { homePath } from "../paths.js"
import { homesIn } from "./homes.js"

/** Something was sent to an address that is only read (405). */
export function showOnlyRead(path: string, locale: PageLocale): View {
  const { failure } = languages[locale]
  return {
    status: 405,
    title: failure.onlyRead,
    alternates: homesIn(),
    content: () => (
      <div class="failure">
        <p class="number">405</p>
        <h1>{failure.onlyRead}</h1>
        <p class="summary">{failure.onlyReadText}</p>
        <p class="actions">
          <a class="action" href={path}>
            {failure.openPage}
          </a>{" "}
          <a href={homePath(locale)}>{failure.toHome}</a>
        </p>
      </div>
    ),
  }
}
