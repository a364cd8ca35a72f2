import { afterAll, beforeAll, expect, test } from "vitest"
import { categories, judge, type Verdict } from "./lighthouse.js"
import { type Newsroom, serve } from "./newsroom.js"

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await serve("--sample")
})
afterAll(() => newsroom.close())

test.for([
  ["the home page", "/en"],
  ["a list", "/en/news"],
  ["an item", "/en/news/a-42nd-member-state-for-the-pompidou-group-ukraine-decides-to-join"],
  ["search", "/en/search"],
] as const)(
  "%s has at least 99 of 100 points in each category, on a phone",
  { timeout: 400_000 },
  async ([, path], { task }) => {
    const verdicts = await judgeOften(newsroom.url + path)
    const scores = Object.fromEntries(categories.map((name) => [name, median(verdicts, name)]))
    const { figures, lost } = verdicts.at(-1)!
    expect(Math.min(...Object.values(scores)), JSON.stringify({ scores, figures, lost })).toBeGreaterThanOrEqual(least)
    const points = Object.entries(scores).map(([name, score]) => `${name} ${score}`)
    const often = verdicts.length === 1 ? "" : `, in the middle of ${verdicts.length} runs`
    task.meta.did = `${points.join(", ")}${often}; ${figures}`
  },
)

const least = 99

/** Once where that is enough; else, since other work on a machine costs points, as often as a middle needs. */
async function judgeOften(url: string): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  do {
    const verdict = await judge(url, slowdown, newsroom.folder)
    verdicts.push(verdict)
    slowdown = slowdownOf(verdict.speed)
  } while (
    verdicts.length < 3 &&
    !verdicts.some(({ scores }) => Object.values(scores).every((score) => score >= least))
  )
  return verdicts
}

/**
 * By how much the processor is slowed down. Lighthouse makes a phone of a desktop by four, and says by its own measure when
 * a machine is no such desktop: where it is slower, because others work on it, it is slowed down by as much less.
 */
const slowdownOf = (speed: number) => Math.max(1, Math.min(4, (4 * speed) / desktop))
const desktop = 1500
let slowdown = 4

function median(verdicts: readonly Verdict[], category: string): number {
  const scores = verdicts.map(({ scores: { [category]: score = 0 } }) => score).toSorted((a, b) => a - b)
  return scores[Math.floor(scores.length / 2)] ?? 0
}
