import { expect, test } from "vitest"
import { createTally } from "./tally.js"

const asked = { method: "GET", route: "/a", status: 200, cache: "hit" }

test("requests are counted by how long they took, each count having those before it", () => {
  const tally = createTally()
  for (const seconds of [0.0001, 0.00011, 0.3, 11]) tally.observe({ ...asked, seconds })
  const labels = 'method="GET",route="/a",status="200",cache="hit"'
  const lines = tally.write().split("\n")
  for (const line of [
    `http_request_duration_seconds_bucket{${labels},le="0.0001"} 1`,
    `http_request_duration_seconds_bucket{${labels},le="0.0005"} 2`,
    `http_request_duration_seconds_bucket{${labels},le="0.5"} 3`,
    `http_request_duration_seconds_bucket{${labels},le="10"} 3`,
    `http_request_duration_seconds_bucket{${labels},le="+Inf"} 4`,
    `http_request_duration_seconds_count{${labels}} 4`,
  ])
    expect(lines).toContain(line)
})

test("a pattern with a backslash is written as the format wants it", () => {
  const tally = createTally()
  tally.observe({ ...asked, route: "/:file{a\\d}", seconds: 1 })
  expect(tally.write()).toContain('route="/:file{a\\\\d}"')
})
