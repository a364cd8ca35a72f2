import type { SizeResult } from "./measure.js"

const width = 720
const row = 30
const left = 190

/** The ratios to the limit as a picture, SVG: a bar a case, and on each a mark where its target is. */
export function picture({ cases, size }: SizeResult): string {
  const height = 60 + cases.length * row
  const x = (ratio: number) => left + Math.min(ratio, 1.1) * ((width - left - 60) / 1.1)
  const bars = cases.map(({ name, ratio, target }, index) => {
    const y = 44 + index * row
    const mark = target > 0 ? `<path d="M${x(target)} ${y - 3}v24" stroke="#211c20" stroke-width="2"/>` : ""
    return `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${name}</text><rect x="${left}" y="${y}" width="${x(ratio) - left}" height="18" fill="#7b2259"/>${mark}<text x="${x(ratio) + 8}" y="${y + 14}">${ratio.toFixed(2)}</text>`
  })
  const title = `Answers a second as a part of a bare server's; marks: targets (${size.toLocaleString("en")} items)`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" font-family="sans-serif" font-size="13" fill="#211c20"><rect width="${width}" height="${height}" fill="#fbfaf6"/><text x="16" y="24" font-size="14">${title}</text>${bars.join("")}</svg>\n`
}
