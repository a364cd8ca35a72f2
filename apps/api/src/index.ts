export { isApiPath } from "./api-paths.js"
export { type ApiOptions, createApi } from "./app.js"
export type { ReportError } from "./problem.js"
