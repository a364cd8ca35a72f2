/**
 * Makes values one after the other, each once, and keeps so many of the last; `undefined` where so many wait already. What
 * fails is made anew by whoever asks next.
 */
export function createQueue<Value>({ mostKept, mostWaiting }: { mostKept: number; mostWaiting: number }) {
  const made = new Map<string, Promise<Value>>()
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  return (key: string, make: () => Promise<Value>): Promise<Value> | undefined => {
    const known = made.get(key)
    if (known) return known
    if (waiting >= mostWaiting) return undefined
    waiting++
    const value = last.then(make).finally(() => waiting--)
    last = value.catch(() => made.delete(key))
    made.set(key, value)
    if (made.size > mostKept) made.delete(made.keys().next().value ?? "")
    return value
  }
}
