/** An answer that may be good for the next time: its validator and its text. */
export type CachedAnswer = { etag: string; text: string }

/** Where answers are kept by address. A Map will do, but grows with every address; see `createCache`. */
export type AnswerCache = {
  get: (url: string) => CachedAnswer | undefined
  set: (url: string, answer: CachedAnswer) => unknown
}

/** A cache in memory of so many answers; the one that was not asked for for longest goes first. */
export function createCache(most = 200): AnswerCache {
  const answers = new Map<string, CachedAnswer>()
  return {
    get: (url) => {
      const answer = answers.get(url)
      if (!answer) return undefined
      answers.delete(url)
      answers.set(url, answer)
      return answer
    },
    set: (url, answer) => {
      answers.delete(url)
      answers.set(url, answer)
      for (const oldest of answers.keys()) {
        if (answers.size <= most) break
        answers.delete(oldest)
      }
    },
  }
}
