/** The same function of a header's value, that remembers what the last few hundred values gave: clients send few. */
export function remember<T>(read: (value: string | undefined) => T): (value: string | undefined) => T {
  const known = new Map<string | undefined, T>()
  return (value) => {
    const found = known.get(value)
    if (found !== undefined) return found
    const made = read(value)
    if (known.size >= mostValues) known.clear()
    if (value === undefined || value.length <= longestValue) known.set(value, made)
    return made
  }
}

const mostValues = 500
const longestValue = 500
