import { extensionOf } from "./media-types.js"
import { type PictureType, pictureTypes, type Width, widths } from "./widths.js"

const folderOf = (id: string) => `${id.slice(0, 2)}/${id}`

/** Where a file is kept, by its id: the SHA-256 of its bytes in hexadecimal. */
export const fileKey = (id: string): string => `${folderOf(id)}/original`

/** Where a picture is kept once it has been made smaller. */
export const pictureKey = (id: string, width: Width, mediaType: PictureType): string =>
  `${folderOf(id)}/${width}.${extensionOf(mediaType)}`

/** Everything that may be kept of a file. */
export const keysOf = (id: string): string[] => [
  ...widths.flatMap((width) => pictureTypes.map((mediaType) => pictureKey(id, width, mediaType))),
  fileKey(id),
]

/** Where a piece of a file is kept that is on its way in parts. */
export const pieceKey = (uploadId: string, name: string): string => `uploads/${uploadId}/${name}`
