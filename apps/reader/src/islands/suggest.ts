import { createList, type Option } from "./suggestion-list.js"

/**
 * Offers, while somebody writes in a search field, what the search may become and the first items that it finds: a combobox
 * as WAI-ARIA 1.2 has it. The field is one of a plain form, which does the searching; where the API does not answer it
 * stays one.
 */
const pause = 150
const fewestLetters = 2

type Suggestions = { completions: string[]; items: { title: string; kind: string; slug: string; locale: string }[] }

for (const field of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) {
  const { suggest: address = "", paths = "{}" } = field.dataset
  const pathOf = JSON.parse(paths) as Record<string, string>
  const list = createList(field)
  let timer = 0
  let asking = new AbortController()

  const optionsOf = ({ completions, items }: Suggestions): Option[] => [
    ...completions.map((text) => ({ text, choose: () => search(text) })),
    ...items.flatMap(({ title, kind, slug, locale }) => {
      const path = pathOf[kind]
      const go = () => location.assign(path + encodeURIComponent(slug))
      return path === undefined ? [] : [{ text: title, lang: locale, isItem: true, choose: go }]
    }),
  ]

  const search = (q: string) => {
    field.value = q
    list.close()
    field.form?.requestSubmit()
  }

  const ask = async (q: string) => {
    asking.abort()
    asking = new AbortController()
    try {
      const response = await fetch(address + encodeURIComponent(q), { signal: asking.signal })
      if (!response.ok) return list.close()
      const suggestions = (await response.json()) as Suggestions
      if (field.value.trim() === q) list.show(optionsOf(suggestions))
    } catch {
      // What was asked before is no longer wanted, or nobody answers: the form searches without this.
      if (field.value.trim() === q) list.close()
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer)
    const q = field.value.trim()
    if (q.length < fewestLetters) {
      asking.abort()
      list.close()
    } else timer = window.setTimeout(ask, pause, q)
  })
}
