import { type Item, parseItem } from "@pg/domain"
import fc from "fast-check"

/** Texts that mean something to one format or another: braces, escapes, tags, line ends, control characters. */
const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 10 }),
      fc.constantFrom(
        ..."{}\\%&$#_~^\"'`,;:@<>=*|-—é中😀".split(""),
        "\r\n",
        "\n\n",
        "\t",
        "\u0000",
        "\u2028",
        "\uD800",
      ),
      fc.constantFrom(
        " and ",
        "TY  - BOOK",
        "\nER  - \n",
        "@book{x,",
        "\\input{x}",
        "</script>",
        "]]>",
        "Council, Europe",
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `A${parts.join("")}`)

const date = fc.constantFrom(
  "2021",
  "2021-06",
  "2021-06-15",
  "2021-06-15T09:30+02:00",
  "1971-08~",
  "1971?",
  "2021-06%",
  "2020-12-05/2021-01",
  "2021-06-15/2021-06-16",
  "2021/..",
  "2021/",
  "../2021",
  "/2021-06",
  "XXXX-06-15",
)

/** Any item, with texts that no check has seen: what is in a store may be older than the check. */
export const hostileCitation: fc.Arbitrary<Item> = fc.oneof(
  of("publication", {
    publisher: hostileText,
    edition: hostileText,
    contributors: fc.array(
      fc.record(
        {
          name: fc.oneof(
            hostileText,
            fc.constantFrom("Example, Ana", "Ana Example", "Ministry of Health, Welfare and Sport"),
          ),
          type: fc.constantFrom("Person", "Organization"),
          role: fc.constantFrom("author", "editor", "translator", "illustrator"),
        },
        { requiredKeys: ["name", "type"] },
      ),
      { maxLength: 3 },
    ),
    isbn: fc.constant("9789287190000"),
    doi: fc.constantFrom("10.1000/182", "10.1000/a{b}\\c%d#e?f"),
    reference: fc.constant("P-PG/MinConf(2010)1"),
    type: fc.constantFrom("handbook", "brochure", "study", "constructor"),
    location: fc.record({ name: hostileText }),
    pages: fc.constant(120),
  }),
  of("event", {
    when: fc.constantFrom(
      { start: "2021-06-15" },
      { start: "2021-06" },
      { start: "2021-07-15T09:30", timeZone: "Europe/Paris" },
    ),
    eventStatus: fc.constantFrom("EventScheduled", "EventCancelled"),
    organisers: fc.array(hostileText, { maxLength: 2 }),
    sessions: fc.array(fc.record({ title: hostileText }), { maxLength: 2 }),
    location: fc.record({ venue: hostileText }),
  }),
  of("news", { location: fc.record({ city: hostileText }), type: fc.constantFrom("decision", "obituary") }),
)

/** The rest is as a checked item has it. */
function of(kind: Item["kind"], fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Item> {
  const common = {
    subtitle: hostileText,
    summary: hostileText,
    body: hostileText,
    issued: date,
    bodies: fc.array(hostileText, { maxLength: 2 }),
    people: fc.array(hostileText, { maxLength: 2 }),
    topics: fc.constantFrom(["prisons"], ["prisons", "something-new"]),
  }
  return fc
    .record(
      {
        id: fc.uuid({ version: 5 }),
        title: hostileText,
        locale: fc.constantFrom("en", "fr", "pt-BR"),
        ...common,
        ...fields,
      },
      { requiredKeys: ["id", "title", "locale"] },
    )
    .map(({ id, locale, ...rest }) => ({ ...parseItem({ id, kind, locale, slug: "a", title: "A" }), ...rest }) as Item)
}
