import { createHash } from "node:crypto"
import { globSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type Item, parseItem } from "@pg/domain"

const folder = fileURLToPath(new URL("../../../packages/domain/fixtures/", import.meta.url))

const fixtures = globSync("*/*.json", { cwd: folder })
  .toSorted()
  .map((path) => JSON.parse(readFileSync(folder + path, "utf8")) as Record<string, unknown>)

/** Every example of the domain, as often as is asked for: the first time as it stands, then with another id, slug and title. */
export const examples = (times = 1): Item[] =>
  Array.from({ length: times }, (_, time) =>
    fixtures.map((fixture) => parseItem(time === 0 ? fixture : copy(fixture, time))),
  ).flat()

const copy = ({ id, slug, title, ...rest }: Record<string, unknown>, time: number) => ({
  ...rest,
  id: idOf(`${String(id)} ${time}`),
  slug: `${String(slug)}-${time}`,
  title: `${String(title)} (${time})`,
})

/** A UUID that is always the same for the same text, RFC 9562, section 5.8. */
const idOf = (text: string) =>
  createHash("sha256")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5")
