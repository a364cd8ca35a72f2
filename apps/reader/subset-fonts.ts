import { mkdir, readFile, writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import subsetFont from "subset-font"
import type { Plugin } from "vite"

/**
 * Cuts the serif of the pages out of Source Serif 4 (SIL Open Font License) when the reader is built: the letters of those languages of
 * Europe that are written in Latin ones, with old figures and small capitals, so that a page carries some 20 kB and not 330.
 * The style sheet finds the files in `.fonts/`. They go by another name than the font, as its licence asks of what is cut out of it.
 */
export function subsetFonts(): Plugin {
  return {
    name: "subset-fonts",
    apply: (_, { isSsrBuild = false }) => !isSsrBuild,
    async buildStart() {
      await mkdir(folder, { recursive: true })
      await Promise.all(faces.map(cut))
    },
  }
}

const folder = new URL(".fonts/", import.meta.url)

type Face = { file: string; style: string; features: string[] }

const features = ["kern", "liga", "onum"]
const faces: Face[] = [
  { file: "upright.woff2", style: "400Regular", features: [...features, "smcp"] },
  { file: "italic.woff2", style: "400Regular_Italic", features },
]

async function cut({ file, style, features: keepFeatures }: Face): Promise<void> {
  const source = import.meta.resolve(`@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`)
  const cutOut = await subsetFont(await readFile(fileURLToPath(source)), letters, {
    targetFormat: "woff2",
    keepFeatures,
    preserveNameIds: [],
  })
  await writeFile(new URL(file, folder), cutOut)
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join("")

/** All within the `unicode-range` of src/styles/fonts.css; what is not here is taken from the next font of the list. */
const letters = [
  range(0x20, 0x7e),
  range(0xa0, 0xff),
  "ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŐőŒœŔŕŘřŚśŞşŠšŤťŪūŮůŰűŲųŴŵŶŷŸŹźŻżŽžƏəȘșȚț€",
  "\u2009\u2011\u202f–—‘’‚“”„•…‹›",
].join("")
