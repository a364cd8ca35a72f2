import fc from "fast-check"
import { expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import { citable } from "../test/citable.js"
import { exampleOf } from "../test/examples.js"
import { hostileCitation } from "../test/hostile-citation.js"
import { writeOaiDc } from "./oai-dc.js"

const write = (fields: object) => writeOaiDc(citable(fields), aFeed([]))
const valuesOf = (name: string, text: string) =>
  [...text.matchAll(new RegExp(`<dc:${name}(?: [^>]*)?>([^<]*)</dc:${name}>`, "g"))].map(([, value]) => value)

test("a handbook has every element that is known of it, in one order", () => {
  expect(
    writeOaiDc(exampleOf("publication/handbook"), aFeed([])),
  ).toBe(`<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
<dc:title xml:lang="en">Handbook on therapeutic communities in prisons: For those who plan and run them</dc:title>
<dc:creator>Pompidou Group</dc:creator>
<dc:subject xml:lang="en">prisons</dc:subject>
<dc:subject xml:lang="en">therapeutic communities</dc:subject>
<dc:subject xml:lang="en">treatment</dc:subject>
<dc:subject xml:lang="en">Pompidou Group</dc:subject>
<dc:description xml:lang="en">How therapeutic communities complement treatment in prisons.</dc:description>
<dc:publisher>Council of Europe</dc:publisher>
<dc:contributor>Ana Example</dc:contributor>
<dc:date>2021-06-17</dc:date>
<dc:type>Text</dc:type>
<dc:type>handbook</dc:type>
<dc:format>application/pdf</dc:format>
<dc:identifier>https://example.org/en/news/handbook-on-therapeutic-communities-in-prisons</dc:identifier>
<dc:identifier>P-PG(2021)4rev2</dc:identifier>
<dc:identifier>https://doi.org/10.1000/example.1</dc:identifier>
<dc:identifier>urn:isbn:9789287190000</dc:identifier>
<dc:language>en</dc:language>
<dc:language>fr</dc:language>
<dc:relation>https://example.org/handbook.pdf</dc:relation>
<dc:relation>https://example.org/flyer.pdf</dc:relation>
</oai_dc:dc>`)
})

test.each(["2017", "2021-06", "2021-06-17", "2021-06-17T09:30+02:00"])("%s is a date of W3CDTF", (issued) => {
  expect(valuesOf("date", write({ issued }))).toEqual([issued])
})

test.each(["1971~", "2021-06-15/2021-06-16", "../2021", "XXXX-06-15", "2021-06-17T09:30", undefined])(
  "%s is none, and a record without a date is a record",
  (issued) => {
    const text = write({ issued, issuedBounds: "../2021-03-01" })
    expect(valuesOf("date", text)).toEqual([])
    expect(valuesOf("title", text)).toEqual(["A"])
  },
)

test("news is by the Pompidou Group in the item's language; a publication by nobody, where it names nobody", () => {
  expect(valuesOf("creator", write({ kind: "news", locale: "fr" }))).toEqual(["Groupe Pompidou"])
  expect(valuesOf("creator", write({}))).toEqual([])
})

test("an event covers its place, its country and its days", () => {
  const text = write({
    kind: "event",
    when: { start: "2020-03-30", end: "2020-04-01" },
    location: { city: "Vienna", country: "AT" },
    countries: ["AT"],
  })
  expect(valuesOf("type", text)).toEqual(["Event"])
  expect(valuesOf("coverage", text)).toEqual(["Vienna, Austria", "Austria", "2020-03-30/2020-04-01"])
})

test("whatever the texts, no element is theirs", () => {
  fc.assert(
    fc.property(hostileCitation, (item) => {
      const names = [...writeOaiDc(item, aFeed([])).matchAll(/<([^>\s/]+)/g)].map(([, name]) => name)
      expect(names.filter((name) => !/^(oai_dc:dc|dc:[a-z]+)$/.test(name ?? ""))).toEqual([])
    }),
  )
})
