import { isApiPath } from "../api-paths.js"
import type { Answer, Asked } from "./exchange.js"

/**
 * A problem as a page of a few words, for whoever reads in a browser what is no part of the API: who asks too often is a
 * person now and then, and knows nothing of JSON. What the site itself says of a failure is a page already.
 */
export function forPeople(answer: Answer, { target, headers }: Asked): Answer {
  const fields = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]))
  const isProblem = fields["content-type"]?.startsWith("application/problem+json") ?? false
  const isPage = !isApiPath(target.split("?", 1)[0] ?? "") && (headers.accept?.includes("text/html") ?? false)
  if (!isProblem || !isPage || !(answer.body instanceof Uint8Array)) return answer
  const { title, detail } = JSON.parse(decoder.decode(answer.body)) as { title: string; detail: string }
  const words = languages[target.startsWith("/fr") ? "fr" : "en"]
  const [heading, text] = words.said[answer.status] ?? [title, detail]
  const body = encoder.encode(pageOf(words.locale, heading, text.replace("#", fields["retry-after"] ?? "")))
  return {
    ...answer,
    headers: {
      ...fields,
      "content-type": "text/html; charset=utf-8",
      "content-language": words.locale,
      "content-length": String(body.length),
      "content-security-policy": "default-src 'none'",
    },
    body,
  }
}

/** What a problem says stands in it as text; it has nothing of what was asked in it but what is escaped here. */
const pageOf = (locale: string, heading: string, text: string) => `<!DOCTYPE html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(heading)}</title>
<h1>${escape(heading)}</h1>
<p>${escape(text)}</p>
</html>
`

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

/** Of some failures there is something better to say than what programs are told; # is how many seconds to wait. */
const languages: Record<"en" | "fr", { locale: string; said: Record<number, [heading: string, text: string]> }> = {
  en: {
    locale: "en",
    said: {
      429: ["A little slower, please", "Many pages were asked for from where you are. Try again in # seconds."],
      500: ["This page could not be made", "The fault is ours, and we are sorry. It has been noted."],
    },
  },
  fr: {
    locale: "fr",
    said: {
      429: [
        "Un peu moins vite, s’il vous plaît",
        "Beaucoup de pages ont été demandées depuis l’endroit où vous êtes. Réessayez dans # secondes.",
      ],
      500: ["Cette page n’a pas pu être établie", "La faute est nôtre, et nous vous prions de nous en excuser."],
    },
  },
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
