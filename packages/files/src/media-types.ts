/** A sort of file that is taken: its media type, how its name ends, and the type that its bytes show where that is another. */
type Sort = { mediaType: string; extension: string; seen?: string }

/** What the bytes of the Office formats from before 2007 have in common. */
const compound = "application/x-cfb"
/** Bytes that are letters and nothing but letters. */
export const plainText = "text/plain"

/**
 * The files that are taken. Left out are those that run or hide something where they are opened: HTML, SVG and XML, documents
 * with macros, programs, and archives, in which nobody sees what is in them.
 */
export const sorts: readonly Sort[] = [
  { mediaType: "application/pdf", extension: "pdf" },
  { mediaType: "application/epub+zip", extension: "epub" },
  { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", extension: "docx" },
  { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extension: "xlsx" },
  { mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation", extension: "pptx" },
  { mediaType: "application/vnd.oasis.opendocument.text", extension: "odt" },
  { mediaType: "application/vnd.oasis.opendocument.spreadsheet", extension: "ods" },
  { mediaType: "application/vnd.oasis.opendocument.presentation", extension: "odp" },
  { mediaType: "application/msword", extension: "doc", seen: compound },
  { mediaType: "application/vnd.ms-excel", extension: "xls", seen: compound },
  { mediaType: "application/vnd.ms-powerpoint", extension: "ppt", seen: compound },
  { mediaType: plainText, extension: "txt" },
  { mediaType: "text/csv", extension: "csv", seen: plainText },
  { mediaType: "image/jpeg", extension: "jpg" },
  { mediaType: "image/png", extension: "png" },
  { mediaType: "image/webp", extension: "webp" },
  { mediaType: "image/gif", extension: "gif" },
  { mediaType: "image/avif", extension: "avif" },
]

/** The media types of the files that are taken. */
export const mediaTypes: readonly string[] = sorts.map(({ mediaType }) => mediaType)

/** How the name of a file of a type ends, without the dot. Throws for a type that is not taken. */
export function extensionOf(mediaType: string): string {
  const sort = sorts.find((one) => one.mediaType === mediaType)
  if (!sort) throw new TypeError(`${mediaType} is the type of no file that is taken`)
  return sort.extension
}

/** Whether a file of a type is a picture, which is given in other sizes too. */
export const isPicture = (mediaType: string): boolean => mediaType.startsWith("image/")
