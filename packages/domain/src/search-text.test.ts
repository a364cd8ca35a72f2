import fc from "fast-check"
import { expect, test } from "vitest"
import { formatSearch, parseSearch, type SearchTerm } from "./search-text.js"

const word = (text: string, more: Partial<SearchTerm> = {}) => ({ text, isPhrase: false, isExcluded: false, ...more })
const phrase = (text: string, more: Partial<SearchTerm> = {}) => word(text, { isPhrase: true, ...more })
const title = { field: "title" as const }
const not = { isExcluded: true }

test.each<[string, string, SearchTerm[]]>([
  ["words", "drug  policy", [word("drug"), word("policy")]],
  ["a phrase", '"drug policy" prison', [phrase("drug policy"), word("prison")]],
  ["a phrase of one word, which is asked for as it stands", '"OAT"', [phrase("OAT")]],
  ["a phrase in French quotation marks", "« politique des drogues »", [phrase("politique des drogues")]],
  ["phrases in German and curly ones", "„die Gruppe“ “the group”", [phrase("die Gruppe"), phrase("the group")]],
  ["what is not wanted", '-prison -"drug policy"', [word("prison", not), phrase("drug policy", not)]],
  ["words of the title", 'title:prison title:"drug policy"', [word("prison", title), phrase("drug policy", title)]],
  ["what is not wanted in the title", "-title:prison", [word("prison", { ...not, ...title })]],
  ["a field's name in capitals", "TITLE:prison", [word("prison", title)]],
  ["a minus within a word", "Covid-19", [word("Covid-19")]],
  ["a minus by itself", "drug - policy", [word("drug"), word("policy")]],
  ["a field's name without a word", "title: prison", [word("title:"), word("prison")]],
  ["another field's name, which is a word", "body:prison", [word("body:prison")]],
  ["a quotation mark that is not closed", '"drug policy', [phrase("drug policy")]],
  ["a quotation mark at a word", 'the"drug policy"-prison', [word("the"), phrase("drug policy"), word("prison", not)]],
  ["an empty phrase", '"" prison', [word("prison")]],
  ["signs alone", '?! - "\'" …', []],
  ["a reference code", "P-PG/MinConf(2010)1", [word("P-PG/MinConf(2010)1")]],
])("%s: %s", (_, q, terms) => {
  expect(parseSearch(q)).toEqual(terms)
})

test("what is read and written is read the same again, whatever a person writes", () => {
  const part = fc.constantFrom("-", "title:", '"', "“", "”", "„", "«", "»", " ", "drug", "É", "19", "'", "\u00a0", "(")
  const text = fc.oneof(
    fc.array(part).map((parts) => parts.join("")),
    fc.string({ unit: "binary" }),
  )
  fc.assert(
    fc.property(text, (q) => {
      const terms = parseSearch(q)
      expect(parseSearch(formatSearch(terms))).toEqual(terms)
      for (const term of terms) expect(term.text).toMatch(/[\p{L}\p{N}]/u)
    }),
    { numRuns: 1000 },
  )
})
