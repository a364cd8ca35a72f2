import { encodeQR } from "qr"

/** A QR code as a path of so many units in each direction, its quiet zone around it: each row's dark stretches. */
export function codeOf(text: string): { size: number; path: string } {
  const rows = encodeQR(text, "raw", { ecc: "low", border: 2 })
  const path = rows.map((row, y) =>
    stretchesOf(row)
      .map(({ from, to }) => `M${from} ${y}h${to - from}v1H${from}z`)
      .join(""),
  )
  return { size: rows.length, path: path.join("") }
}

function stretchesOf(row: readonly boolean[]): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = []
  for (const [x, isDark] of row.entries()) {
    if (!isDark) continue
    const last = stretches.at(-1)
    if (last?.to === x) last.to = x + 1
    else stretches.push({ from: x, to: x + 1 })
  }
  return stretches
}
