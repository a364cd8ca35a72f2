import { usePage } from "../page-context.js"

/** A field's name by its path: "topics.0" is a topic, "location.city" a place; one without a name stands as it is. */
export function useFieldName(): (path: string) => string {
  const { messages } = usePage()
  return (path) => messages.fields[path.split(".")[0]!] ?? path
}
