export { atom } from "./atom.js"
export type { Feed, Format, Part, Related, SchemeName } from "./format.js"
export { json, writeJsonList } from "./json.js"
export { formats } from "./registry.js"
