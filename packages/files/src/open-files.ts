import type { Files } from "./files.js"
import { FilesError } from "./files-error.js"
import { openFolder } from "./folder.js"

/** Keys and the like, by the names of environment variables. */
type Environment = Readonly<Record<string, string | undefined>>

/**
 * Opens the place where files are kept: `file:PATH`, or `s3://BUCKET/PREFIX?region=REGION&endpoint=URL`, of which prefix and
 * endpoint may be absent and whose keys are in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where there is one,
 * AWS_SESSION_TOKEN. Throws FilesError that says what is wrong with it.
 */
export async function openFiles(url: string, env: Environment): Promise<Files> {
  if (url.startsWith("file:")) return openFolder(url.slice("file:".length))
  const { openBucket } = await import("./s3.js")
  return openBucket({ ...placeIn(url), ...keysIn(env) })
}

function placeIn(url: string) {
  const { protocol, host: bucket, pathname, searchParams } = URL.canParse(url) ? new URL(url) : noUrl
  const region = searchParams.get("region") ?? "us-east-1"
  const endpoint = (searchParams.get("endpoint") ?? `https://s3.${region}.amazonaws.com`).replace(/\/+$/, "")
  if (protocol !== "s3:" || bucket === "" || !/^https?:\/\/[^/]/.test(endpoint))
    throw new FilesError(
      "NEWSROOM_FILES is neither file:PATH nor s3://BUCKET; give one of them, as in " +
        "NEWSROOM_FILES=s3://newsroom?region=eu-west-3&endpoint=https://s3.example.org",
    )
  const prefix = pathname.replace(/^\/+|\/+$/g, "")
  return { endpoint, region, bucket, prefix: prefix && `${prefix}/` }
}

const noUrl = { protocol: "", host: "", pathname: "", searchParams: new URLSearchParams() }

function keysIn({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN }: Environment) {
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY)
    throw new FilesError("Files in s3:// need keys: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.")
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  }
}
