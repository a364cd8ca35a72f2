import { atom } from "./atom.js"
import type { Format } from "./format.js"
import { ics } from "./ics.js"
import { json } from "./json.js"

/** Every format, the one to use when none is asked for first. A new format is added here. */
export const formats: readonly Format[] = [json, atom, ics]
