/** The codes of OAI-PMH 2.0, section 3.6; `noSetHierarchy` is not among them, for there are sets. */
export type OaiErrorCode =
  | "badVerb"
  | "badArgument"
  | "badResumptionToken"
  | "cannotDisseminateFormat"
  | "idDoesNotExist"
  | "noMetadataFormats"
  | "noRecordsMatch"

/** One reason why a request is not answered as it was meant: a code of the protocol, and a sentence for a person. */
export type OaiError = { code: OaiErrorCode; message: string }

/** Thrown where a request has no answer but errors; `errors` holds at least one. */
export class OaiRefusal extends Error {
  override readonly name = "OaiRefusal"
  readonly errors: readonly OaiError[]

  constructor(errors: readonly OaiError[]) {
    super(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"))
    this.errors = errors
  }
}

/** A refusal for one reason. */
export const refusal = (code: OaiErrorCode, message: string): OaiRefusal => new OaiRefusal([{ code, message }])
