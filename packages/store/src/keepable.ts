/** A text as every database keeps it: PostgreSQL has no NUL, and no database half a character. Each becomes U+FFFD. */
export const keepable = (text: string): string => text.toWellFormed().replaceAll("\0", "\ufffd")
