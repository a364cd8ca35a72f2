/**
 * What the search index is asked, in a form that both databases can be asked in: `is`, tokens that stand one after the
 * other in an item's row of tokens; all, any, or one thing and not another.
 */
export type Expression =
  | { is: readonly string[] }
  | { all: readonly Expression[] }
  | { any: readonly Expression[] }
  | { some: Expression; not: Expression }

/** One token. */
export const token = (text: string): Expression => ({ is: [text] })

/** All of some expressions, of which there must be one. */
export const all = (parts: readonly Expression[]): Expression => only(parts) ?? { all: parts }

/** Any of some expressions, of which there must be one. */
export const any = (parts: readonly Expression[]): Expression => only(parts) ?? { any: parts }

/** What meets the first and none of the others. */
export const without = (some: Expression, unwanted: readonly Expression[]): Expression =>
  unwanted.length === 0 ? some : { some, not: any(unwanted) }

function only(parts: readonly Expression[]): Expression | undefined {
  const [first, ...others] = parts
  if (first === undefined) throw new Error("an expression needs parts")
  return others.length === 0 ? first : undefined
}

/** Whether a row of tokens meets an expression: the rule that the databases' indexes answer faster. */
export function meets(expression: Expression, tokens: readonly string[]): boolean {
  if ("is" in expression) return stands(expression.is, tokens)
  if ("all" in expression) return expression.all.every((part) => meets(part, tokens))
  if ("any" in expression) return expression.any.some((part) => meets(part, tokens))
  return meets(expression.some, tokens) && !meets(expression.not, tokens)
}

const stands = (asked: readonly string[], tokens: readonly string[]) =>
  tokens.some((_, start) => asked.every((one, index) => tokens[start + index] === one))
