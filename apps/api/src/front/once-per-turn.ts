/**
 * The same question, put at most once in each turn of the event loop, and again after this process has written. Whatever
 * reaches a socket was sent before the turn in which it is read began, so that nobody who has seen a write gets an answer
 * of before it.
 */
export function oncePerTurn<T>(
  ask: () => T | Promise<T>,
  onChange: (listener: () => void) => unknown,
): () => T | Promise<T> {
  let answer: { value: T | Promise<T> } | undefined
  const forget = () => {
    answer = undefined
  }
  onChange(forget)
  return () => {
    if (answer) return answer.value
    const value = ask()
    const asked = { value }
    answer = asked
    setImmediate(forget)
    // Who asks later in the turn need not wait any more. A failure is for those to see who wait.
    if (value instanceof Promise) void value.then((known) => (asked.value = known)).catch(() => {})
    return value
  }
}
