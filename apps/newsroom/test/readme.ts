/** A fenced block of a Markdown file that a comment in front of it, `<!-- test: NAME -->`, gives to a test. */
export type Example = { name: string; language: string; code: string; line: number }

/** The marked examples of a Markdown file, in its order. `line` is that of the comment. */
export const examplesOf = (markdown: string): Example[] =>
  [...markdown.matchAll(/^<!-- test: ([\w-]+) -->\s*\n```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [, name = "", language = "", code = ""] = match
    return { name, language, code, line: markdown.slice(0, match.index).split("\n").length }
  })
