import { ApiError } from "@pg/client"

/**
 * What is waited for, or after so many milliseconds an ApiError, as where nothing can be reached: a reader who waits for
 * longer is better told to try again.
 */
export async function within<T>(milliseconds: number, awaited: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiError(`no answer came within ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([awaited, late])
  } finally {
    clearTimeout(timer)
  }
}
