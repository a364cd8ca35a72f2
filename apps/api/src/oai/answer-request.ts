import { element, xmlDocument } from "@pg/formats"
import { oaiPath } from "../site.js"
import { toDatestamp } from "./datestamp.js"
import type { OaiOptions } from "./options.js"
import { readRequest } from "./read-request.js"
import { type OaiError, OaiRefusal } from "./refusal.js"
import { verbs } from "./verbs.js"

/**
 * The answer to a request, OAI-PMH 2.0, section 3.2, from the request's names and values: what the verb gives, or why it
 * gives nothing. The request is repeated with its arguments, unless it is the arguments that cannot be understood.
 */
export async function answerRequest(pairs: Iterable<readonly [string, string]>, options: OaiOptions): Promise<string> {
  const all = [...pairs]
  try {
    const { verb, given } = readRequest(all)
    const content = await verbs[verb](given, options)
    return writeEnvelope(options, { verb, ...given }, [element(verb, {}, content)])
  } catch (error) {
    if (!(error instanceof OaiRefusal)) throw error
    const isUnderstood = error.errors.every(({ code }) => code !== "badVerb" && code !== "badArgument")
    return writeEnvelope(options, isUnderstood ? Object.fromEntries(all) : {}, error.errors.map(writeError))
  }
}

/** The answer to a request that is not even read. */
export const answerUnread = (error: OaiError, options: OaiOptions): string =>
  writeEnvelope(options, {}, [writeError(error)])

const namespace = "http://www.openarchives.org/OAI/2.0/"

const writeEnvelope = (
  { site, now }: OaiOptions,
  request: Readonly<Record<string, string>>,
  content: readonly string[],
): string =>
  xmlDocument(
    element(
      "OAI-PMH",
      {
        xmlns: namespace,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": `${namespace} ${namespace}OAI-PMH.xsd`,
      },
      [element("responseDate", {}, toDatestamp(now())), element("request", request, site.url(oaiPath)), ...content],
    ),
  )

const writeError = ({ code, message }: OaiError) => element("error", { code }, message)
