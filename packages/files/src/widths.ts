/** The widths in which pictures are given, in pixels; none is made wider than it is. */
export const widths = [320, 640, 960, 1280] as const
/** One of them. */
export type Width = (typeof widths)[number]

/** The media types in which they are given, the smallest first. */
export const pictureTypes = ["image/avif", "image/webp", "image/jpeg", "image/png"] as const
/** One of them. */
export type PictureType = (typeof pictureTypes)[number]
