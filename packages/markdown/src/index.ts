export { plainText } from "./plain-text.js"
export { renderMarkdown } from "./render.js"
