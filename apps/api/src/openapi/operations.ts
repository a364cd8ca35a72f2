import { discovery, harvestByForm, root } from "./discovery.js"
import { items } from "./items.js"
import { lists } from "./lists.js"
import { log } from "./log.js"
import type { Operation } from "./operation.js"
import { services } from "./service.js"
import { suggest } from "./suggest.js"
import { vocabulary } from "./vocabularies.js"
import type { WriteOperation } from "./writing/operation.js"

/** Everything that can be read, in the order in which it is shown. */
export const operations: readonly Operation[] = [
  root,
  ...lists,
  suggest,
  ...items,
  ...vocabulary,
  ...log,
  ...discovery,
  ...services,
]

/** What can be asked by a form too, without a token. */
export const formOperations: readonly WriteOperation[] = [harvestByForm]
