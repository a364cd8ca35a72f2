import { expect, test } from "vitest"
import { typeset } from "./typeset.js"

test("French spaces before high punctuation and within quotation marks do not break", () => {
  expect(typeset("Qui est là ? « Moi » : oui !", "fr")).toBe("Qui est là\u202f? «\u00a0Moi\u00a0»\u00a0: oui\u202f!")
  expect(typeset("Groupe Pompidou : statut", "fr-CH")).toBe("Groupe Pompidou\u00a0: statut")
})

test("other languages keep their spaces", () => {
  expect(typeset("A text : as written", "en")).toBe("A text : as written")
})
