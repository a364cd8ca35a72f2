import type { Conflict, Revision } from "@pg/domain"
import { addToAudit, type Audited, type AuditEntry, pruneAudit, readAudit } from "../audit.js"
import {
  conflictsOf,
  currentRevision,
  type OpenRevision,
  revisionOf,
  revisionsOf,
  unpublished,
  type Unpublished,
} from "../revisions.js"
import {
  createToken,
  isUseNoted,
  listTokens,
  type NewToken,
  noteUse,
  readToken,
  revokeToken,
  type Token,
} from "../tokens.js"
import type { Opened } from "./opened.js"

/** What whoever writes reads, and the public does not; and who that is. */
export type Desk = {
  /** An item's last revision, whatever its state: not for the public. */
  current(id: string): Promise<Revision | undefined>
  /** One revision of an item, by its number: not for the public. */
  revision(id: string, revision: number): Promise<Revision | undefined>
  /** An item's revisions below a number, newest first, at most `limit`: not for the public. */
  revisions(id: string, below: number, limit: number): Promise<Revision[]>
  /** The items that the public does not see, or of which an import left something to decide, last changed first. */
  unpublished(asked: Unpublished): Promise<OpenRevision[]>
  /** What imports of one item have left for somebody to decide. */
  conflicts(id: string): Promise<Conflict[]>
  /** Makes a token, whose text is given this once. Throws InvalidInput where its name is taken. */
  createToken(asked: NewToken): Promise<{ token: Token; text: string }>
  /** The token of a text that lets in at an instant. Notes that it was used. */
  readToken(text: string, at: string): Promise<Token | undefined>
  /** Every token there ever was, the newest first. */
  listTokens(): Promise<Token[]>
  /** Ends a token by its name or id; whether there was one to be ended. */
  revokeToken(nameOrId: string, at: string): Promise<boolean>
  /** Notes a try to write that came to nothing, a file that was handed in, or what a command changed; `revise` notes what it writes. */
  audit(entry: Audited & { itemId?: string }): Promise<void>
  /** Forgets the entries of the audit log from before an instant; how many there were. */
  pruneAudit(before: string): Promise<number>
  /** Who wrote or tried to, newest first. */
  audited(asked: { itemId?: string; before?: number; limit: number }): Promise<AuditEntry[]>
}

/** The desk of a database that is open. */
export const deskOf = ({ read, writeBeside }: Opened): Desk => ({
  current: (id) => read((db) => currentRevision(db, id)),
  revision: (id, revision) => read((db) => revisionOf(db, id, revision)),
  revisions: (id, below, limit) => read((db) => revisionsOf(db, id, below, limit)),
  unpublished: (asked) => read((db) => unpublished(db, asked)),
  conflicts: (id) => read((db) => conflictsOf(db, id)),
  createToken: (asked) => writeBeside((trx) => createToken(trx, asked)),
  readToken: async (text, at) => {
    const token = await read((db) => readToken(db, text, at))
    if (token && !isUseNoted(token, at)) await writeBeside((trx) => noteUse(trx, token, at))
    return token
  },
  listTokens: () => read(listTokens),
  revokeToken: (nameOrId, at) => writeBeside((trx) => revokeToken(trx, nameOrId, at)),
  audit: (entry) => writeBeside((trx) => addToAudit(trx, entry)),
  pruneAudit: (before) => writeBeside((trx) => pruneAudit(trx, before)),
  audited: (asked) => read((db) => readAudit(db, asked)),
})
