import { isObject } from "./drafted.js"

/**
 * A document after a JSON Merge Patch (RFC 7396): members that the patch has take its values, `null` takes a member away,
 * objects are patched member by member, all else is replaced.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const patched = new Map(isObject(target) ? Object.entries(target) : [])
  for (const [name, value] of Object.entries(patch))
    if (value === null) patched.delete(name)
    else patched.set(name, mergePatch(patched.get(name), value))
  return Object.fromEntries(patched)
}
