/** Values by key, of at most so many bytes in all; what was not asked for the longest time goes first. */
export type Shelf<T> = {
  get: (key: string) => T | undefined
  /** Puts a value there, or says its size anew. What is larger than an eighth of the shelf is not taken. */
  set: (key: string, value: T, bytes: number) => void
  size: () => { entries: number; bytes: number }
}

/**
 * An empty shelf. The names of its values count, at two bytes a character. The order is only put right when room is needed:
 * what was asked for since is then as if it had just come ("second chance"), so that asking costs next to nothing.
 */
export function createShelf<T>(mostBytes: number): Shelf<T> {
  const kept = new Map<string, { value: T; bytes: number; isAsked: boolean }>()
  let total = 0

  const remove = (key: string) => {
    total -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  const makeRoom = () => {
    for (const [key, entry] of kept) {
      if (total <= mostBytes) return
      kept.delete(key)
      if (entry.isAsked) kept.set(key, { ...entry, isAsked: false })
      else total -= entry.bytes
    }
  }
  return {
    get: (key) => {
      const found = kept.get(key)
      if (found) found.isAsked = true
      return found?.value
    },
    set: (key, value, size) => {
      remove(key)
      const bytes = size + 2 * key.length
      if (bytes > mostBytes / 8) return
      total += bytes
      makeRoom()
      kept.set(key, { value, bytes, isAsked: false })
    },
    size: () => ({ entries: kept.size, bytes: total }),
  }
}
