/** The same function of a text that clients send, that remembers what the last few hundred gave: they send few. */
export function remember<T>(read: (value: string | undefined) => T): (value: string | undefined) => T {
  const known = memory<T>(500)
  return (value) => known(value, () => read(value))
}

/** Gives what was made for a text before, or makes it; of so many texts. A text that is long is not kept. */
export function memory<T>(most: number): (text: string | undefined, make: () => T) => T {
  const known = new Map<string | undefined, T>()
  return (text, make) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = make()
    if (known.size >= most) known.clear()
    if (text === undefined || text.length <= longestText) known.set(text, made)
    return made
  }
}

const longestText = 500
