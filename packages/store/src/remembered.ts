const most = 1000

/** Numbers that stay true until the log grows, by what was counted; the least recently asked are dropped. */
export type Remembered = (seq: number, name: string, count: () => Promise<number>) => Promise<number>

/** A memory for counts: what was counted at one seq of the log is not counted again at it. */
export function rememberCounts(): Remembered {
  const counts = new Map<string, { seq: number; count: Promise<number> }>()
  return (seq, name, count) => {
    const known = counts.get(name)
    counts.delete(name)
    const entry = known?.seq === seq ? known : { seq, count: count() }
    counts.set(name, entry)
    if (counts.size > most) counts.delete(counts.keys().next().value ?? "")
    // A failure is told to who asked, and not kept.
    entry.count.catch(() => counts.get(name) === entry && counts.delete(name))
    return entry.count
  }
}
