import { readFileSync } from "node:fs"

/**
 * A file that browsers load; its name has a hash of its content, so that they may keep it for ever. `coded` is the same
 * compressed, as well as can be, when the reader was built; a font is compressed as it is.
 */
type Asset = { content: Bytes; mediaType: string; coded?: { br: Bytes; gzip: Bytes } }

type Bytes = Uint8Array<ArrayBuffer>

/** What the build made for browsers: the addresses that pages name, and every file by its address. */
export type Assets = {
  style: string
  fonts: Fonts
  icon: string
  scripts: Record<Island, string>
  byPath: ReadonlyMap<string, Asset>
}

/** The addresses of the serif's faces. */
export type Fonts = { upright: string; italic: string }

/** The scripts that there are: each makes one piece of a page easier that works without it. */
export type Island = "suggest"

/** Reads the browser's files. Throws where they have not been built, and where one has no media type here. */
export function readAssets(): Assets {
  const manifest = readManifest()
  const pathOf = (source: string) => {
    const file = manifest[source]?.file
    if (file === undefined) throw new Error(`The reader's build has no ${source}; build the reader again.`)
    return `/${file}`
  }
  const files = new Set(Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]))
  const fontOf = (face: string) => `/${[...files].find((file) => file.startsWith(`assets/${face}-`)) ?? missing(face)}`
  return {
    style: pathOf("src/styles/main.css"),
    fonts: { upright: fontOf("upright"), italic: fontOf("italic") },
    icon: pathOf("src/icon.svg"),
    scripts: { suggest: pathOf("src/islands/suggest.ts") },
    byPath: new Map([...files].map((file) => [`/${file}`, readAsset(file)])),
  }
}

function missing(face: string): never {
  throw new Error(`The reader's build has no ${face} letters; build the reader again.`)
}

type Manifest = Record<string, { file: string; css?: string[]; assets?: string[] }>

const urlOf = (file: string) => new URL(__CLIENT_FOLDER__ + file, import.meta.url)

function readManifest(): Manifest {
  const url = urlOf(".vite/manifest.json")
  try {
    return JSON.parse(readFileSync(url, "utf8")) as Manifest
  } catch (cause) {
    throw new Error(`The reader's files for browsers are not at ${url.pathname}: build the reader first.`, { cause })
  }
}

const mediaTypes: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  woff2: "font/woff2",
}

function readAsset(file: string): Asset {
  const mediaType = mediaTypes[file.slice(file.lastIndexOf(".") + 1)]
  if (mediaType === undefined) throw new Error(`The reader serves ${file}, whose media type it does not know.`)
  const read = (name: string) => new Uint8Array(readFileSync(urlOf(name)))
  const content = read(file)
  if (mediaType === mediaTypes["woff2"]) return { content, mediaType }
  return { content, mediaType, coded: { br: read(`${file}.br`), gzip: read(`${file}.gz`) } }
}
