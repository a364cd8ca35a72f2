export { ApiError } from "./api-error.js"
export { type CallOptions, type Client, createClient } from "./client.js"
export type { Problem } from "./problem.js"
export type { Fetch } from "./read.js"
