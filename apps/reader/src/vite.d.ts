/** Where the browser's files are, seen from the module that reads them: the build and the tests each say it. */
declare const __CLIENT_FOLDER__: string

/** The maps, which map-shapes.ts draws when the reader is built. */
declare module "virtual:map-shapes" {
  export type MapName = "europe" | "world"
  /** In the map's own units: its size, its land as one shape, and the borders on it as lines (SVG path data). */
  export const maps: Record<MapName, { width: number; height: number; land: string; borders: string }>
  /** Where on which map a country is, by its code (ISO 3166-1 alpha-2). */
  export const places: Record<string, readonly [map: MapName, x: number, y: number] | undefined>
}
