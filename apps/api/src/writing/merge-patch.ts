import { InvalidInput } from "@pg/domain"
import { isObject } from "./drafted.js"

/**
 * A document after a JSON Merge Patch (RFC 7396): members that the patch has take its values, `null` takes a member away,
 * objects are patched member by member, all else is replaced.
 */
export function mergePatch(target: unknown, patch: unknown, depth = 0): unknown {
  if (!isObject(patch)) return patch
  if (depth > deepest)
    throw new InvalidInput([{ path: "", message: `has objects in objects, more than ${deepest} deep` }])
  const patched = new Map(isObject(target) ? Object.entries(target) : [])
  for (const [name, value] of Object.entries(patch))
    if (value === null) patched.delete(name)
    else patched.set(name, mergePatch(patched.get(name), value, depth + 1))
  return Object.fromEntries(patched)
}

const deepest = 50
