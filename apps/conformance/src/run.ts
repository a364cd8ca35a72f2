import { execFile } from "node:child_process"
import { delimiter } from "node:path"
import { promisify } from "node:util"

type Options = { cwd?: string; env?: Record<string, string>; seconds?: number }

/**
 * Runs a program to its end and gives what it wrote, errors and all. The system's own programs come before others of the
 * same name, for Debian's libraries are theirs; of the user's environment it has the path alone. Throws with what it wrote where it fails or takes longer than a minute (or `seconds`).
 */
export async function run(
  program: string,
  args: readonly string[],
  { cwd, env, seconds = 60 }: Options = {},
): Promise<{ stdout: string; stderr: string }> {
  try {
    return await promisify(execFile)(program, args, {
      cwd,
      env: {
        PATH: ["/usr/bin", "/bin", process.env["PATH"]].join(delimiter),
        LANG: "C.UTF-8",
        TZ: "Europe/Paris",
        ...env,
      },
      timeout: seconds * 1000,
      maxBuffer: 100_000_000,
    })
  } catch (error) {
    throw new Error(`${[program, ...args].join(" ").slice(0, 200)} failed: ${wordsOf(error)}`, { cause: error })
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { killed, stdout, stderr } = error as { killed?: boolean; stdout?: string; stderr?: string }
  const said = [stdout, stderr].filter(Boolean).join("\n").trim().slice(0, 5000)
  return killed ? `it took too long. ${said}` : said || error.message
}
