/**
 * One thing that is wrong with an input.
 * `path` names the field ("when.start", "relations.0.id") or the query parameter; "" is the input as a whole.
 * `suggestion` is the nearest value that would have been accepted, where there is one.
 */
export type InvalidIssue = { path: string; message: string; suggestion?: string }

/**
 * Thrown by every `parseX`: something from outside is not of the shape asked for.
 * `issues` holds at least one entry and says where and what; `message` joins them for a log or a terminal.
 */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput"
  readonly issues: readonly InvalidIssue[]

  constructor(issues: readonly InvalidIssue[]) {
    super(issues.map(sentence).join("\n"))
    this.issues = issues
  }
}

const sentence = ({ path, message, suggestion }: InvalidIssue) =>
  `${path && `${path}: `}${message}${suggestion === undefined ? "" : `; did you mean "${suggestion}"?`}`
