/**
 * Why a write is refused, in words of its own: `problem.ts` knows which status each has.
 * `unauthenticated`: nobody is known by the request. `forbidden`: somebody is, and may not. `absent`: there is no such item.
 * `required`: a change without a word on what it changes. `stale`: what it changes has changed. `taken`: what was to be new is
 * there. `malformed`: no JSON. `unsupported`: a media type that is not read here. `tooLarge`, `tooOften`, `tooManyUploads`: too much.
 * `unfit`: the item's state has no such action, the upload no such place. `over`: it was there for a time. `otherVersion`: a
 * protocol that is not spoken here. `busy`: there is too much to do. `full`: there is no room for more.
 */
export type Why =
  | "unauthenticated"
  | "forbidden"
  | "absent"
  | "required"
  | "stale"
  | "taken"
  | "malformed"
  | "unsupported"
  | "tooLarge"
  | "tooOften"
  | "unfit"
  | "over"
  | "otherVersion"
  | "busy"
  | "tooManyUploads"
  | "full"

/** Thrown where a write is refused; nothing has been written. `members` go into the problem, `headers` with it. */
export class Refused extends Error {
  override readonly name = "Refused"
  readonly why: Why
  readonly members: Record<string, unknown>
  readonly headers: Record<string, string>

  constructor(
    why: Why,
    detail: string,
    { members = {}, headers = {} }: { members?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(detail)
    this.why = why
    this.members = members
    this.headers = headers
  }
}
