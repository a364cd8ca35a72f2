/** Whether a path of a site is the API's: all below `/api`, how the service is, and what machines look for at a site's root. */
export const isApiPath = (path: string): boolean => ours.test(path)

const ours =
  /^\/(?:api(?:\/|$)|(?:healthz|readyz|metrics)$|sitemap[\w-]*[.]xml$|(?:robots|llms)[.]txt$|[.]well-known\/api-catalog$)/
