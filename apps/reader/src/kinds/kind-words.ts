/** The words of a kind, in one language: its name, of one and of many, and those of its types. */
export type KindWords = {
  title: string
  one: string
  count: (count: string, isOne: boolean) => string
  types: Record<string, string>
}
