/** Told what a long piece of work is at, and how much of that is done. */
export type OnStep = (step: string, done: number, of: number) => void
