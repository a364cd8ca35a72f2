/** The end of the log, which this and other processes write on, and being told when it moves. */
export type Tail = {
  /** The seq of the log's last line. Nearly free: it is asked for at every request. */
  seq: () => Promise<number>
  /** To be told when a transaction of this process that wrote up to `seq` is committed. */
  wrote: (seq: number) => void
  /**
   * Calls a listener with each end of the log that comes to be known, in ascending order; it may begin with one that was
   * there before. What it gives back stops that.
   */
  onChange: (listener: (seq: number) => void) => () => void
  close: () => Promise<void>
}

/** Those who are told where the log ends, each end once. A listener that fails does not fail who wrote. */
export function audience() {
  const listeners = new Set<{ hear: (seq: number) => void }>()
  let told = 0
  return {
    isEmpty: () => listeners.size === 0,
    add: (hear: (seq: number) => void) => {
      const listener = { hear }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: (seq: number) => {
      if (seq <= told) return
      told = seq
      for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener.hear(seq))
    },
    dismiss: () => listeners.clear(),
  }
}
