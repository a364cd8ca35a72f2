/** The text at an address. Throws where the answer is none of success. */
export async function askText(url: string): Promise<string> {
  const response = await fetch(url)
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`)
  return text
}

/** What a list's JSON says of it: how many items it has in all, and which are on this page. */
export type List = { total: number; items: { id: string; kind: string; title: string; slug: string; locale: string }[] }

/** A list of the API, as JSON. */
export const askList = async (url: string): Promise<List> => JSON.parse(await askText(url)) as List
