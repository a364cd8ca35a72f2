/** Topics whose words stand in texts about anything ("research has shown"): they count in headings only. */
export const headingTopics: ReadonlySet<string> = new Set(["gender", "history", "membership", "research", "statute"])
