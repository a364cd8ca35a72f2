import { fileWrites } from "./files.js"
import { itemWrites } from "./items.js"
import { manyWrites } from "./many.js"
import type { WriteOperation } from "./operation.js"
import { deskReads } from "./reading.js"
import { itemSteps } from "./steps.js"

/** Everything that is asked with a token, and the preview that one shows; in the order in which it is shown. */
export const writeOperations: readonly WriteOperation[] = [
  ...itemWrites,
  ...manyWrites,
  ...itemSteps,
  ...fileWrites,
  ...deskReads,
]
