import { bodies, type Concept, InvalidInput, type InvalidIssue, type Item, kindOf, nearest, topics } from "@pg/domain"

/**
 * Refuses terms that no vocabulary has, unless the item had them before: they are kept on reading, and not made. Throws
 * InvalidInput with the nearest term. Bodies may be named as they are written; what is written like an id is meant as one.
 */
export function refuseUnknownTerms(item: Item, before: Item | undefined): void {
  const issues = [
    ...unknownIn("topics", item.topics, before?.topics, idsOf(topics)),
    ...unknownIn("bodies", item.bodies, before?.bodies, idsOf(bodies), (name) =>
      /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(name),
    ),
    ...unknownType(item, before),
  ]
  if (issues.length > 0) throw new InvalidInput(issues)
}

const idsOf = (concepts: readonly Concept[]) => concepts.map(({ id }) => id)

function unknownIn(
  field: string,
  values: readonly string[],
  before: readonly string[] = [],
  known: readonly string[],
  isId: (value: string) => boolean = () => true,
): InvalidIssue[] {
  return values.flatMap((value, index) =>
    known.includes(value) || before.includes(value) || !isId(value) ? [] : [issueAt(`${field}.${index}`, value, known)],
  )
}

function unknownType(item: Item, before: Item | undefined): InvalidIssue[] {
  const { types } = kindOf(item)
  const { type } = item
  return type === undefined || type === before?.type || types.includes(type) ? [] : [issueAt("type", type, types)]
}

function issueAt(path: string, value: string, known: readonly string[]): InvalidIssue {
  const suggestion = nearest(value, known)
  return { path, message: `"${value}" is no term of the vocabulary`, ...(suggestion !== undefined && { suggestion }) }
}
