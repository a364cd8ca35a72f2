/** The text at an address. Throws where the answer is none of success. */
export async function askText(url: string): Promise<string> {
  const response = await fetch(url)
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`)
  return text
}

/** Of an item's JSON, what checks compare. */
export type Told = { id: string; title: string; subtitle?: string }

/** Every item of a list of the API, by its JSON, page after page; throws where they are not as many as it says. */
export async function askAll(list: string): Promise<Told[]> {
  const items: Told[] = []
  const url = new URL(list)
  for (;;) {
    const page = JSON.parse(await askText(url.href)) as { items: Told[]; total: number; next?: string }
    items.push(...page.items)
    if (page.next !== undefined) url.searchParams.set("cursor", page.next)
    else if (items.length === page.total) return items
    else throw new Error(`${list} says that it has ${page.total} items, and has ${items.length}.`)
  }
}
