import { FilesError } from "./files-error.js"

/** Runs something on the disk, in a folder; its failures become FilesErrors, bugs stay what they are. */
export async function explained<Result>(folder: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (cause) {
    const why = reasons[codeOf(cause) ?? ""]
    if (why === undefined) throw cause
    throw new FilesError(`The files in ${folder} cannot be used: ${why}.`, { cause })
  }
}

/** What something on the disk gives, or `undefined` where it is not there. */
export async function orAbsent<Result>(run: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await run()
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ELOOP"].includes(codeOf(error) ?? "")) return undefined
    throw error
  }
}

/** What `orAbsent` takes for absence. */
export const absence = (): Error => Object.assign(new Error("it is not there"), { code: "ENOENT" })

const notAllowed = "this process may not read and write there; give the folder to its user, or set NEWSROOM_FILES"
const inTheWay = "there is a file where a folder should be, or the other way round"

const reasons: Record<string, string> = {
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full; make room",
  EDQUOT: "the user's quota is used up; make room",
  EIO: "the disk fails",
  EMFILE: "too many files are open",
  EEXIST: inTheWay,
  ENOTDIR: inTheWay,
  EISDIR: inTheWay,
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined
