import { plain } from "../components/plain.js"
import type { Messages } from "../messages/messages.js"
import type { CardText } from "./card-text.js"
import { family, widthOf } from "./fonts.js"
import { setTitle } from "./set-title.js"

const [width, height, margin] = [1200, 630, 72]
const [paper, ink, quiet, accent] = ["#fbfaf6", "#211c20", "#625a60", "#7b2259"]

/** A picture as SVG: the masthead of the pages, then what it is, its title, and at the foot when and where. */
export function writeSvg(text: CardText, { site }: Messages): string {
  const [label, title, date, place] = [text.label, text.title, text.date, text.place].map(clean)
  const set = setTitle(title!, { sizes, width: width - 2 * margin, height: 290, leading: 1.16, widthOf })
  const isRightToLeft = firstStrong.exec(title!)?.groups?.["rtl"] !== undefined
  const first = (label === "" ? 196 : 236) + set.size * 0.82
  const [x, anchor] = isRightToLeft ? [width - margin, ' text-anchor="end"'] : [margin, ""]
  const nameWidth = widthOf(site.name, 34)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${family}" fill="${ink}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<g transform="translate(${margin} 50) scale(1.25)" stroke="${accent}" stroke-linecap="round" fill="none">${mark}</g>`,
    `<text x="${margin + 54}" y="82" font-size="34">${escape(site.name)}</text>`,
    `<text x="${margin + 64 + nameWidth}" y="82" font-size="34" font-style="italic" fill="${quiet}">${escape(site.part)}</text>`,
    `<rect x="${margin}" y="114" width="${width - 2 * margin}" height="6"/>`,
    `<rect x="${margin}" y="124" width="${width - 2 * margin}" height="2"/>`,
    `<text x="${margin}" y="190" font-size="28" font-weight="600" fill="${accent}">${escape(label!)}</text>`,
    ...set.lines.map(
      (line, index) =>
        `<text x="${x}" y="${Math.round(first + index * set.size * 1.16)}"${anchor} font-size="${set.size}">${escape(line)}</text>`,
    ),
    foot(date!, place!),
    "</svg>",
  ].join("")
}

const sizes = [78, 70, 62, 54, 46, 40, 34]

/** The mark of the pages: the crown of a poppy's seed capsule, seen from above. */
const mark =
  '<circle cx="16" cy="16" r="14" stroke-width="2"/><path stroke-width="2.6" d="M16 10.500V5.200M16 21.500v5.300M10.500 16H5.200M21.500 16h5.300M12.100 12.100 8.400 8.400M19.900 19.900l3.700 3.700M19.900 12.100l3.700-3.700M12.100 19.900l-3.700 3.700"/>' +
  `<circle cx="16" cy="16" r="2.600" fill="${accent}" stroke="none"/>`

/** Date and place on one line, each cut where there is no room for it. */
function foot(date: string, place: string): string {
  const room = width - 2 * margin
  const dateShown = fit(date, 32, room)
  const at = margin + (dateShown === "" ? 0 : widthOf(dateShown, 32) + 36)
  const placeShown = fit(place, 32, width - margin - at)
  return [
    `<rect x="${margin}" y="542" width="${room}" height="1" fill="${quiet}"/>`,
    `<text x="${margin}" y="588" font-size="32" fill="${accent}">${escape(dateShown)}</text>`,
    `<text x="${at}" y="588" font-size="32" fill="${quiet}">${escape(placeShown)}</text>`,
  ].join("")
}

function fit(text: string, size: number, room: number): string {
  if (text === "" || widthOf(text, size) <= room) return text
  const words = text.slice(0, 300).split(" ")
  while (words.length > 0 && widthOf(`${words.join(" ")}…`, size) > room) words.pop()
  return words.length === 0 ? "" : `${words.join(" ")}…`
}

/** The first letter that has a direction (UAX #9), whether from the right. */
const firstStrong = /(?<rtl>[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}])|\p{L}/u

/** What XML cannot have goes, and what would turn the letters beside it. */
const clean = (text: string) =>
  plain(text)
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, " ")

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
