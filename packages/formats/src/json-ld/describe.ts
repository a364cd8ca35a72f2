import { type Item, kindOf } from "@pg/domain"
import type { Thing } from "schema-dts"
import type { Feed } from "../format.js"
import { describeEvent } from "./event.js"
import { describeWork } from "./work.js"

/** An item as a node of schema.org: an Event where it takes place, else a work, by its type. */
export function describe(item: Item, feed: Omit<Feed, "items">): Thing {
  const programme = kindOf(item).programme(item)
  return programme === undefined ? describeWork(item, feed) : describeEvent(item, programme, feed)
}
