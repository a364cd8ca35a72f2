/** What is wrong with a database: in which table, of which item or line, and what. */
export type Finding = { table: string; subject: string; message: string }

/** Findings as they are collected: each once, so many of a table; of the rest only how many there are. */
export type Findings = {
  add: (finding: Finding) => void
  all: readonly Finding[]
  /** How many were found and are not in `all`. */
  hidden: () => number
}

/** The most that are kept of one table: of a table that is empty each row is missing. */
const mostOfTable = 20

/** Nothing found yet. */
export function openFindings(): Findings {
  const all: Finding[] = []
  const known = new Set<string>()
  const counts = new Map<string, number>()
  let hidden = 0
  let last = ""
  return {
    all,
    hidden: () => hidden,
    add: (finding) => {
      const { table, subject, message } = finding
      const name = `${table} ${subject} ${message}`
      if (name === last || known.has(name)) return
      last = name
      const count = (counts.get(table) ?? 0) + 1
      counts.set(table, count)
      if (count > mostOfTable) {
        hidden++
        return
      }
      known.add(name)
      all.push(finding)
    },
  }
}
