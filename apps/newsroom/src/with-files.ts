import { type Files, openFiles } from "@pg/files"
import type { World } from "./world.js"

/** Opens a place where files are, and closes it, whatever comes of what is done there. */
export async function withFiles<Result>(
  place: string,
  env: World["env"],
  use: (files: Files) => Promise<Result>,
): Promise<Result> {
  const files = await openFiles(place, env)
  try {
    return await use(files)
  } finally {
    await files.close()
  }
}
