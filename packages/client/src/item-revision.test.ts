import type { Revision } from "@pg/domain"
import { expectTypeOf, test } from "vitest"
import type { ItemRevision } from "./item-revision.js"

test("a revision is the domain's, type for type: the compiler says so", () => {
  expectTypeOf<ItemRevision>().toEqualTypeOf<Revision>()
})
