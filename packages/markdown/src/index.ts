export { isReadable } from "./readable.js"
export { renderMarkdown } from "./render.js"
