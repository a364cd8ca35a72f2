/** Values by key, of at most so many bytes in all; what was not asked for the longest time goes first. */
export type Shelf<T> = {
  get: (key: string) => T | undefined
  /** Puts a value there, or says its size anew. What is larger than an eighth of the shelf is not taken. */
  set: (key: string, value: T, bytes: number) => void
  size: () => { entries: number; bytes: number }
}

/** An empty shelf. The names of its values count, at two bytes a character. */
export function createShelf<T>(mostBytes: number): Shelf<T> {
  // A Map keeps its keys in the order in which they were put: what was asked for is put anew.
  const kept = new Map<string, { value: T; bytes: number }>()
  let total = 0

  const remove = (key: string) => {
    total -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  return {
    get: (key) => {
      const found = kept.get(key)
      if (!found) return undefined
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },
    set: (key, value, size) => {
      remove(key)
      const bytes = size + 2 * key.length
      if (bytes > mostBytes / 8) return
      kept.set(key, { value, bytes })
      total += bytes
      for (const oldest of kept.keys()) {
        if (total <= mostBytes) break
        remove(oldest)
      }
    },
    size: () => ({ entries: kept.size, bytes: total }),
  }
}
