export { plainText } from "./plain-text.js"
export { isReadable } from "./readable.js"
export { renderMarkdown } from "./render.js"
