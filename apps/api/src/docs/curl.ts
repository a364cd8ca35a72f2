import type { WriteOperation } from "../openapi/writing/operation.js"

/** What a line for the shell asks; `body` is its text, `file` the name of one that holds it. */
export type Asked = { url: string; method?: string; headers?: Record<string, string>; body?: string; file?: string }

/**
 * A request as a line for the shell, with a token where it is asked for (`$TOKEN`). An address stands between quotation marks in
 * which `${ID}` is put in; everything else is taken as it is.
 */
export function curl({ url, method, headers = {}, body, file }: Asked, hasToken: boolean): string {
  const words = [
    ...(method === undefined ? [] : [`-X ${method}`]),
    `"${url}"`,
    ...(hasToken ? [`-H "Authorization: Bearer $TOKEN"`] : []),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quoted(body)}`]),
    ...(file === undefined ? [] : [`--data-binary @${file}`]),
  ]
  const line = `curl ${words.join(" ")}`
  return line.length > 80 ? `curl ${words.join(" \\\n  ")}` : line
}

/** The line that an operation of those who write is asked with. */
export function curlOf(operation: WriteOperation, siteUrl: string): string {
  const { method, body, example, scope } = operation
  const [first = ""] = Object.keys(body?.content ?? {})
  const mediaType = example.mediaType ?? first
  const sent = body?.content[mediaType]?.example
  const file = example.file ?? (typeof sent === "string" ? "listing.txt" : undefined)
  return curl(
    {
      url: siteUrl + example.path.replace("{id}", "${ID}").replace("{token}", "${LINK}"),
      ...(method !== "get" && { method: method.toUpperCase() }),
      headers: { ...example.headers, ...(mediaType !== "" && { "Content-Type": mediaType }) },
      ...(file !== undefined ? { file } : sent !== undefined && { body: textOf(mediaType, sent) }),
    },
    scope !== undefined,
  )
}

const textOf = (mediaType: string, sent: unknown) =>
  mediaType === "application/x-www-form-urlencoded"
    ? new URLSearchParams(sent as Record<string, string>).toString()
    : JSON.stringify(sent)

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
