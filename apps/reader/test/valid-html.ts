import { HtmlValidate } from "html-validate"

const htmlValidate = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    "require-sri": ["error", { target: "crossorigin" }], // of our own files the address is a hash already
    "long-title": "off", // an item's title is as long as it is
  },
})

/** What is wrong with a page as HTML. */
export async function findingsIn(html: string): Promise<string[]> {
  const report = await htmlValidate.validateString(html)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  )
}
