/** Answers that were really given: by operation id, then by media type. */
export type Examples = Record<string, Record<string, unknown>>

/** The same to whoever has a token: `answers` by operation id, status and media type, `problems` by the names of refusals. */
export type WriteExamples = { answers: Record<string, Examples>; problems: Record<string, unknown> }

/** Where none are wanted. */
export const noExamples: WriteExamples = { answers: {}, problems: {} }
