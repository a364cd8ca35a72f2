import { nearest } from "@pg/domain"
import { formats } from "@pg/formats"
import { collections } from "./collections.js"
import { apiPath, listPath } from "./site.js"

/** The address that was most likely meant by one where there is nothing; the API's first page where none is near. */
export function suggestAddress(path: string): string {
  const plain = path.replace(/\/+$/, "")
  const list = nearest(plain, addresses)
  if (list !== undefined) return list
  const [segment = "", ...rest] = plain.startsWith(`${apiPath}/`) ? plain.slice(apiPath.length + 1).split("/") : []
  const meant = nearest(segment, segments)
  return meant === undefined || rest.length !== 1 || meant === segment ? apiPath : `${apiPath}/${meant}/${rest[0]}`
}

const segments = collections.map(({ segment }) => segment)

const addresses = [
  apiPath,
  "/healthz",
  "/readyz",
  ...segments.flatMap((segment) => [
    listPath(segment),
    ...formats.map(({ extension }) => listPath(segment, extension)),
  ]),
]
