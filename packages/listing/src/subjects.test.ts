import { expect, test } from "vitest"
import { findSubjects } from "./subjects.js"
import { tokenise } from "./tokens.js"

const passage = (text: string) => ({ start: 0, text, tokens: tokenise(text) })
const about = (title: string, teaser = "", locale = "en") => {
  const { topics, countries, bodies } = findSubjects([passage(title)], [passage(teaser)], locale)
  return { topics: [...topics.keys()], countries: [...countries.keys()], bodies: [...bodies.keys()] }
}

test("a term is found by any of its labels, whatever its case and hyphens", () => {
  expect(about("COVID 19 and covid-19").topics).toEqual(["covid-19"])
  expect(about("In-prison work").topics).toEqual(["prisons"])
  expect(about("Les droits de l'homme", "", "fr").topics).toEqual(["human-rights"])
})

test("the longest label wins: opioid agonist treatment is not treatment besides", () => {
  expect(about("Opioid agonist treatment").topics).toEqual(["opioid-agonist-treatment"])
})

test("an acronym counts in capitals only: people who smoke are not the World Health Organization", () => {
  expect(about("People who smoke").bodies).toEqual([])
  expect(about("The WHO on smoking").bodies).toEqual(["who"])
})

test("a country counts as its name is written in the text's own language", () => {
  expect(about("Turkey eats no turkey, and no Island is Iceland").countries).toEqual(["TR", "IS"])
  expect(about("A jordan almond").countries).toEqual([])
  expect(about("Réunion des experts", "", "fr").countries).toEqual([])
})

test("a longer name is not the shorter one inside it", () => {
  expect(about("Guinea-Bissau and Papua New Guinea").countries).toEqual(["GW", "PG"])
  expect(about("Northern Ireland").countries).toEqual(["GB"])
})

test("an adjective names a State beside a word for what States have, and not a language", () => {
  expect(about("The Hungarian Presidency").countries).toEqual(["HU"])
  expect(about("La présidence hongroise", "", "fr").countries).toEqual(["HU"])
  expect(about("Unter ungarischem Vorsitz", "", "de").countries).toEqual(["HU"])
  expect(about("Now in Hungarian").countries).toEqual([])
})

test("a name that the dots of a cut teaser touch may be the beginning of another, and is left out", () => {
  expect(about("", "Germany, Italy, Guinea...").countries).toEqual(["DE", "IT"])
  expect(about("", "Germany, Italy, the...").countries).toEqual(["DE", "IT"])
})

test("a word of any text counts in a heading only: research has shown many things", () => {
  expect(about("", "Research has shown it").topics).toEqual([])
  expect(about("Research on cities").topics).toEqual(["research"])
})
