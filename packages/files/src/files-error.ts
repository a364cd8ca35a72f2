/** Thrown where files cannot be kept or read: the message says which place, what it answers, and what may help. */
export class FilesError extends Error {
  override readonly name = "FilesError"
}
