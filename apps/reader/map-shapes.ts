import { readFileSync } from "node:fs"
import {
  type GeoPermissibleObjects,
  geoArea,
  geoAzimuthalEqualArea,
  geoEqualEarth,
  geoPath,
  type GeoProjection,
} from "d3-geo"
import isoCountries from "i18n-iso-countries"
import { feature, merge, mesh } from "topojson-client"
import { presimplify, simplify } from "topojson-simplify"
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification"
import type { Plugin } from "vite"

/**
 * Draws the maps when the reader is built, so that neither the server nor a page carries more than their outlines: the
 * module `virtual:map-shapes`, whose types are in src/vite.d.ts. Shapes are Natural Earth's (public domain), as world-atlas
 * packs them.
 */
export function mapShapes(): Plugin {
  const id = "virtual:map-shapes"
  return {
    name: "map-shapes",
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) => (resolved === `\0${id}` ? writeModule() : undefined),
  }
}

type Country = Polygon<{ name: string }> | MultiPolygon<{ name: string }>
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>

/** One map: its size in its own units, how it is projected, and below which size of a triangle a bend is left out. */
type Sheet = {
  name: string
  width: number
  height: number
  projection: GeoProjection
  atlas: Atlas
  leastIsland: number
}

// Both keep areas true, so that no country looks larger than it is. The first reaches from Iceland to the Caspian Sea.
const sheets: Sheet[] = [
  {
    name: "europe",
    width: 600,
    height: 560,
    projection: geoAzimuthalEqualArea().rotate([-14, -50]).scale(720).translate([282, 302]),
    atlas: readAtlas("countries-50m.json", 0.035),
    leastIsland: 15,
  },
  {
    name: "world",
    width: 600,
    height: 270,
    projection: geoEqualEarth().scale(112).translate([292, 142]),
    atlas: readAtlas("countries-110m.json", 2),
    leastIsland: 12,
  },
]

function readAtlas(file: string, leastBend: number): Atlas {
  const url = new URL(import.meta.resolve(`world-atlas/${file}`))
  return simplify(presimplify(JSON.parse(readFileSync(url, "utf8")) as Atlas), leastBend)
}

function writeModule(): string {
  const maps = Object.fromEntries(sheets.map((sheet) => [sheet.name, draw(sheet)]))
  return `export const maps = ${JSON.stringify(maps)}
export const places = ${JSON.stringify(Object.fromEntries(findPlaces()))}`
}

/** Land as one shape and the borders within it as lines; the Antarctic, where nothing takes place, is left out. */
function draw({ width, height, projection, atlas, leastIsland }: Sheet) {
  const path = geoPath(clip(projection, width, height)).digits(0)
  const countries = atlas.objects.countries.geometries.filter(({ properties }) => properties?.name !== "Antarctica")
  const land = merge(atlas, countries as Country[])
  land.coordinates = land.coordinates.filter(
    (coordinates) => path.area({ type: "Polygon", coordinates }) >= leastIsland,
  )
  const borders = mesh(atlas, atlas.objects.countries, (a, b) => a !== b)
  return { width, height, land: toRelative(path(land)), borders: toRelative(path(borders)) }
}

/**
 * Where a country's circle is, by its code (ISO 3166-1 alpha-2): on the first map of which the greater part of its largest
 * land can be seen, in the middle of what can be seen. Russia is too large for that, and stands on the first.
 */
function* findPlaces(): Generator<[string, [sheet: string, x: number, y: number]]> {
  const detailed = JSON.parse(
    readFileSync(new URL(import.meta.resolve("world-atlas/countries-50m.json")), "utf8"),
  ) as Atlas
  for (const country of feature(detailed, detailed.objects.countries).features) {
    const code = country.properties.name === "Kosovo" ? "XK" : isoCountries.numericToAlpha2(String(country.id))
    if (code === undefined) continue
    const land = largestOf(country.geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon)
    const sheet = sheets.find((candidate) => code === "RU" || shareSeen(candidate, land) > 0.5) ?? sheets.at(-1)!
    const [x, y] = geoPath(clip(sheet.projection, sheet.width, sheet.height)).centroid(land)
    if (Number.isFinite(x) && Number.isFinite(y)) yield [code, [sheet.name, Math.round(x), Math.round(y)]]
  }
}

function shareSeen({ projection, width, height }: Sheet, land: GeoPermissibleObjects): number {
  const seen = geoPath(clip(projection, width, height)).area(land)
  return seen / (geoArea(land) * projection.scale() ** 2)
}

function largestOf(geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon): GeoJSON.Polygon {
  if (geometry.type === "Polygon") return geometry
  const parts = geometry.coordinates.map((coordinates): GeoJSON.Polygon => ({ type: "Polygon", coordinates }))
  return parts.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest))
}

const clip = (projection: GeoProjection, width: number, height: number) =>
  projection.clipExtent([
    [-1, -1],
    [width + 1, height + 1],
  ])

/** The same path with each point told from the one before it, which takes half as many digits. */
function toRelative(path: string | null): string {
  let [x, y] = [0, 0]
  return [...(path ?? "").matchAll(/([ML])(-?\d+),(-?\d+)|Z/g)]
    .flatMap(([whole, command, toX, toY]) => {
      if (command === undefined) return [whole.toLowerCase()]
      const [dx, dy] = [Number(toX) - x, Number(toY) - y]
      if (command === "L" && dx === 0 && dy === 0) return []
      ;[x, y] = [Number(toX), Number(toY)]
      return [command === "M" ? `M${toX} ${toY}l` : `${dx} ${dy} `]
    })
    .join("")
    .replace(/ (?=[-zM]|$)/g, "")
    .replace(/l(?=z|M|$)/g, "")
}
