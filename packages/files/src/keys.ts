import { extensionOf } from "./media-types.js"
import type { PictureType, Width } from "./widths.js"

/** The folder of everything that is kept of a file. */
export const fileFolder = (id: string): string => `${id.slice(0, 2)}/${id}`

/** Where a file is kept, by its id: the SHA-256 of its bytes in hexadecimal. */
export const fileKey = (id: string): string => `${fileFolder(id)}/original`

/** Where a picture is kept once it has been made smaller. */
export const pictureKey = (id: string, width: Width, mediaType: PictureType): string =>
  `${fileFolder(id)}/${width}.${extensionOf(mediaType)}`

/** The folder of the pieces of a file that is on its way in parts. */
export const uploadFolder = (uploadId: string): string => `uploads/${uploadId}`

/** Where one of them is kept. */
export const pieceKey = (uploadId: string, name: string): string => `${uploadFolder(uploadId)}/${name}`
