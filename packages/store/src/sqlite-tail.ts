import { audience, type Tail } from "./tail.js"

/** How often, in milliseconds, it is looked whether another process has written, while somebody listens. */
const pause = 500

/**
 * The end of a log in an SQLite file. `read` reads it and costs some 2 µs, which is what `pragma data_version` costs too:
 * both have to look at the file's state. So nothing is remembered, and nothing can be out of date.
 */
export function sqliteTail(read: () => number, close: () => void): Tail {
  const listening = audience()
  let timer: NodeJS.Timeout | undefined
  const look = () => {
    try {
      listening.tell(read())
    } catch {
      // Whoever asks for the seq is told what is the matter; who listens hears more when the file can be read again.
    }
  }
  return {
    seq: async () => read(),
    wrote: listening.tell,
    onChange: (listener) => {
      if (listening.isEmpty()) look()
      const stop = listening.add(listener)
      timer ??= setInterval(look, pause).unref()
      return () => {
        stop()
        if (listening.isEmpty()) timer = clearInterval(timer) as undefined
      }
    },
    close: async () => {
      listening.dismiss()
      clearInterval(timer)
      close()
    },
  }
}
