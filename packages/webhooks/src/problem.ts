import { AddressRefused } from "./guard.js"

/** Why something could not be sent, in a sentence for whoever runs the newsroom or the receiver. */
export function problemOf(error: unknown): string {
  if (error instanceof AddressRefused) return error.message
  const { code = "", message = String(error) } = error as { code?: string; message?: string }
  return sentences.find(([pattern]) => pattern.test(code))?.[1] ?? `It could not be reached: ${message.slice(0, 200)}.`
}

const sentences: [RegExp, string][] = [
  [/^(ENOTFOUND|EAI_NODATA|EAI_NONAME)$/, "Its host is not known."],
  [/^(EAI_|ETIMEOUT|ESERVFAIL)/, "Its host could not be looked up just now."],
  [/^ECONNREFUSED$/, "It refuses connections."],
  [/^(ECONNRESET|EPIPE)$/, "It broke the connection off."],
  [/^(EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, "No way leads to its host."],
  [/^CERT_HAS_EXPIRED$/, "Its certificate has expired."],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, "Its certificate is for another host."],
  [/CERT|^UNABLE_TO/, "Its certificate is signed by nobody who is known here."],
  [/^(ERR_SSL|EPROTO)/, "It does not speak TLS as it should."],
  [/^HPE_/, "What it answered is no HTTP."],
]
