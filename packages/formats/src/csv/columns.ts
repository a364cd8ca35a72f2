import { itemFields, kinds } from "@pg/domain"
import * as z from "zod"

/** A column: the path of a value in an item, and its name, which is that path with dots. */
export type Column = { name: string; path: readonly string[] }

/**
 * A column for each value that an item of any kind can have, in the order of `itemFields` and, below those, of the model.
 * `url`, the item's page, stands after `slug`, from which it is made, and goes with it.
 */
export const columns: readonly Column[] = itemFields.flatMap((field) => [
  ...pathsOf(field).map((path) => ({ name: path.join("."), path })),
  ...(field === "slug" ? [{ name: "url", path: ["slug"] }] : []),
])

/** The paths of a field's values: of all kinds together, for they may differ in what they have below it. */
function pathsOf(field: string): string[][] {
  const schemas = kinds.flatMap(({ schema }) => Object.entries(schema.shape).filter(([name]) => name === field))
  const paths = schemas.flatMap(([, schema]) => leavesOf(schema, [field]))
  return [...new Map(paths.map((path) => [path.join("."), path])).values()]
}

/** What has no parts of known names is one value: a record is. */
function leavesOf(schema: z.core.$ZodType, path: string[]): string[][] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return leavesOf(schema.unwrap(), path)
  if (schema instanceof z.ZodArray) return leavesOf(schema.element, path)
  if (!(schema instanceof z.ZodObject)) return [path]
  return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, below]) => leavesOf(below, [...path, name]))
}
