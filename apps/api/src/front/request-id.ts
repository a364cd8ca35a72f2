import { randomUUID } from "node:crypto"
import type { Asked } from "./exchange.js"

/** A function that gives each request its id: the client's own where it is one that can stand in a log, else one of ours. */
export function createRequestIds(): (asked: Asked) => string {
  // Made anew for each request, an unguessable id costs more than finding the answer; that it is no other's is enough.
  const ofProcess = randomUUID().slice(0, 13)
  let count = 0
  return ({ headers }) => {
    const given = headers["x-request-id"]
    if (typeof given === "string" && /^[\w=-]{1,255}$/.test(given)) return given
    count += 1
    return `${ofProcess}-${count.toString(36)}`
  }
}
