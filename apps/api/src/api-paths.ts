/** Whether a path of a site is the API's: all below `/api` and `/files`, how the service is, and what machines look for at a site's root. */
export const isApiPath = (path: string): boolean => ours.test(path)

const ours =
  /^\/(?:(?:api|files)(?:\/|$)|(?:healthz|readyz|metrics)$|sitemap[\w-]*[.]xml$|(?:robots|llms)[.]txt$|[.]well-known\/api-catalog$)/

/**
 * Whether what the API says at a path is of the moment, goes on as things happen, or may be large, so
 * that it is not to be kept in memory.
 */
export const isLivePath = (path: string): boolean => live.test(path)

const live =
  /^\/(?:api\/v1\/(?:changes|snapshot[.]ndjson|previews\/.*|drafts|audit|files\/.*|uploads\/.*|items\/[^/]+\/revisions.*)|api\/oai|healthz|readyz|files\/.*)$/
