import type { Issue } from "@pg/listing"
import { Failure } from "./failure.js"

/** An issue with the file that it is in: of a listing, or of a body that belongs to no item. */
export type FileIssue = Omit<Issue, "code"> & { file: string; code: Issue["code"] | "stray-body" }

/** An issue in one line, as compilers write them, so that editors can jump to the place. */
export const formatIssue = ({ file, line, column, code, text, hint }: FileIssue): string =>
  `${file}:${line}:${column}: ${code}: ${excerpt(text)}: ${hint}`

/** Throws Failure where an issue says that something was not read. */
export function failUnlessRead(issues: readonly FileIssue[]): void {
  const count = issues.filter((issue) => unread.has(issue.code)).length
  if (count === 1) throw new Failure("One thing was not read.")
  if (count > 1) throw new Failure(`${count} things were not read.`)
}

/** The issues by which something is not in the archive; the others only point something out. */
const unread: ReadonlySet<FileIssue["code"]> = new Set([
  "impossible-date",
  "no-title",
  "residue",
  "stray-body",
  "too-long",
] as const)

const excerpt = (text: string) => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)
