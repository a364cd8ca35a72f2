/** Whether a path of a site is the API's: all below `/api`, how the service is, and what machines look for at a site's root. */
export const isApiPath = (path: string): boolean => ours.test(path)

const ours =
  /^\/(?:api(?:\/|$)|(?:healthz|readyz|metrics)$|sitemap[\w-]*[.]xml$|(?:robots|llms)[.]txt$|[.]well-known\/api-catalog$)/

/** Whether what the API says at a path is of the moment, or goes on as things happen, so that nobody is to keep it. */
export const isLivePath = (path: string): boolean => live.test(path)

const live =
  /^\/(?:api\/v1\/(?:changes|snapshot[.]ndjson|previews\/.*|drafts|audit|items\/[^/]+\/revisions.*)|api\/oai|healthz|readyz)$/
