/** What stays true until the log grows, by a name that says all that it depends on; the least recently asked is dropped. */
export type Remembered = <Value>(seq: number, name: string, find: () => Promise<Value>) => Promise<Value>

/** A memory: what was found at one seq of the log is not looked for again at it; of at most so many things. */
export function remember(most = 1000): Remembered {
  const known = new Map<string, { seq: number; value: Promise<unknown> }>()
  return <Value>(seq: number, name: string, find: () => Promise<Value>) => {
    const before = known.get(name)
    known.delete(name)
    const entry = before?.seq === seq ? before : { seq, value: find() }
    known.set(name, entry)
    if (known.size > most) known.delete(known.keys().next().value ?? "")
    // A failure is told to who asked, and not kept.
    entry.value.catch(() => known.get(name) === entry && known.delete(name))
    // A name stands for one sort of value, which its one user knows.
    return entry.value as Promise<Value>
  }
}

/** The same at one moment of the log. */
export type Recalled = <Value>(name: string, find: () => Promise<Value>) => Promise<Value>
