import type { Item } from "@pg/domain"
import type { JSX } from "solid-js"
import { usePage } from "../page-context.js"

/** An item's picture. One that is kept here comes in the width that the page has room for, and leaves that room from the beginning. */
export function Picture(props: { image: NonNullable<Item["image"]>; lang: string | undefined }): JSX.Element {
  const { siteUrl } = usePage()
  const { url, alt, width, height } = props.image
  const sources = isOurs(url, siteUrl) ? sourcesOf(url, width) : undefined
  return (
    <img
      src={url}
      srcset={sources}
      sizes={sources && sizes}
      width={width}
      height={height}
      alt={alt}
      lang={props.lang}
      loading="lazy"
      decoding="async"
    />
  )
}

const isOurs = (url: string, siteUrl: string) =>
  url.startsWith(`${siteUrl}/files/`) && /^[0-9a-f]{64}\/[^/?#]+$/.test(url.slice(`${siteUrl}/files/`.length))

/** The widths in which the API gives pictures; a wider one than there is would be the same. */
const widths = [320, 640, 960, 1280]

function sourcesOf(url: string, most = Number.POSITIVE_INFINITY): string | undefined {
  const fitting = widths.filter((width) => width <= most)
  return fitting.length === 0 ? undefined : fitting.map((width) => `${url}?w=${width} ${width}w`).join(", ")
}

/** As wide as a text is at most, `--measure`; below that as the window, but for its margins. */
const sizes = "(min-width: 42rem) 39rem, 94vw"
