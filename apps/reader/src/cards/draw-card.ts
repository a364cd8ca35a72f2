import { renderAsync } from "@resvg/resvg-js"
import type { Messages } from "../messages/messages.js"
import type { CardText } from "./card-text.js"
import { family, fontFiles, hasOthers } from "./fonts.js"
import { writeSvg } from "./write-svg.js"

/** A picture as PNG, 1200 by 630. It is drawn beside the thread that answers requests. */
export async function drawCard(text: CardText, messages: Messages): Promise<Uint8Array<ArrayBuffer>> {
  const svg = writeSvg(text, messages)
  const loadSystemFonts = hasOthers(Object.values(text).join(""))
  const image = await renderAsync(svg, { font: { fontFiles, loadSystemFonts, defaultFontFamily: family } })
  return new Uint8Array(image.asPng())
}
