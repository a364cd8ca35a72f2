import { type FileRecord, forgetFile, getFile, type NamedFile, namedFiles, noteFile, unnamedFiles } from "../files.js"
import {
  addPiece,
  beginUpload,
  endUpload,
  expiredUploads,
  forgetUpload,
  getUpload,
  type TooMany,
  type UploadBounds,
  type UploadRecord,
} from "../uploads.js"
import type { Opened } from "./opened.js"

/** What is known of files that were handed in, and of those that are on their way. */
export type Filing = {
  /** Notes that a file was handed in; whether for the first time. Its bytes are kept elsewhere. */
  noteFile(file: FileRecord): Promise<boolean>
  /** What is known of a file, by its id. */
  getFile(id: string): Promise<FileRecord | undefined>
  /** The files that no revision names, and that nobody has handed in since an instant; the oldest first. Reads the whole log. */
  unnamedFiles(before: string): Promise<FileRecord[]>
  /** The ids of all files that the log names, with how it does. Reads the whole log. */
  namedFiles(): Promise<Map<string, NamedFile>>
  /** Forgets a file, unless somebody has handed it in since an instant; whether it is forgotten. */
  forgetFile(id: string, before: string): Promise<boolean>
  /** Notes that a file is to come in parts; or says whose bound that would go beyond, and notes nothing. */
  beginUpload(
    upload: Omit<UploadRecord, "received" | "pieces" | "fileId">,
    bounds: UploadBounds,
  ): Promise<TooMany | undefined>
  /** A file on its way, by the upload's id. */
  getUpload(id: string): Promise<UploadRecord | undefined>
  /** Notes a piece that begins at a byte; whether that is where the next was to begin: of two that come at once, one is. */
  addPiece(id: string, piece: { at: number; size: number; key: string }): Promise<boolean>
  /** Notes what file has become of an upload. */
  endUpload(id: string, fileId: string): Promise<void>
  /** Forgets an upload. */
  forgetUpload(id: string): Promise<void>
  /** Uploads whose time is over at an instant, at most 100. */
  expiredUploads(at: string): Promise<UploadRecord[]>
}

/** The files of a database that is open. */
export const filingOf = ({ engine, read, writeBeside }: Opened): Filing => ({
  noteFile: (file) => writeBeside((trx) => noteFile(trx, file)),
  getFile: (id) => read((db) => getFile(db, id)),
  unnamedFiles: (before) => read((db) => unnamedFiles(db, before)),
  namedFiles: () => read(namedFiles),
  forgetFile: (id, before) => writeBeside((trx) => forgetFile(trx, id, before)),
  beginUpload: (upload, bounds) =>
    writeBeside(async (trx) => {
      await engine.lock(trx)
      return beginUpload(trx, upload, bounds)
    }),
  getUpload: (id) => read((db) => getUpload(db, id)),
  addPiece: (id, piece) => writeBeside((trx) => addPiece(trx, id, piece)),
  endUpload: (id, fileId) => writeBeside((trx) => endUpload(trx, id, fileId)),
  forgetUpload: (id) => writeBeside((trx) => forgetUpload(trx, id)),
  expiredUploads: (at) => read((db) => expiredUploads(db, at)),
})
