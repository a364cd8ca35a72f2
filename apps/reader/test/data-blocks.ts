/** Data in a page, which no browser runs (HTML section 4.12.1); no sign in it can end it, for it has no `<`. */
const block = /<script type="application\/ld\+json">([^<]*)<\/script>/g

/** A page without the data that it has for machines. */
export const withoutData = (html: string): string => html.replace(block, "")

/** The data that a page has for machines. */
export const dataOf = (html: string): unknown[] => [...html.matchAll(block)].map(([, text = ""]) => JSON.parse(text))

/** And without the one script that there is, which stands in a file of ours. */
export const withoutOurs = (html: string): string => withoutData(html).replace(ourScript, "")

const ourScript = /<script type="module" src="\/assets\/suggest-[\w-]+\.js"><\/script>/
