import { expect, test } from "vitest"
import { parseListing } from "./index.js"

const read = (text: string, retrievedAt: string) =>
  parseListing(text, { source: "a newsroom", retrievedAt, locale: "en" }).items

const listing = `Call for applications: course on prison health

online

Applications are open to doctors and nurses in all of our member states, and cost nothing.

Read More

Annual meeting on prisons

strasbourg 12 march 2027

The annual meeting of those who treat people in prisons will take place in Strasbourg this spring.

Read More

Handbook for prison doctors published

strasbourg 14 october 2021

The handbook tells doctors in prisons what the law asks of them, and what they may ask of the law.

Read More
`

test("a date after the day on which a listing was read is the event's, since nothing was issued after that", () => {
  const [call, meeting] = read(listing, "2026-11-29T10:00:00Z")
  expect(meeting).toMatchObject({ when: { start: "2027-03-12" }, issuedBounds: "2021-10-14/.." })
  expect(meeting).not.toHaveProperty("issued")
  expect(call?.issuedBounds).toBe("2021-10-14/..")
})

test("read after that day, the same date is the day of issue where nothing says otherwise", () => {
  expect(read(listing, "2027-03-13T10:00:00Z")[1]).toMatchObject({ issued: "2027-03-12" })
})

test("a listing may be read where it is a day later than in UTC", () => {
  expect(read(listing, "2027-03-11T23:30:00Z")[1]).toMatchObject({ issued: "2027-03-12" })
})
