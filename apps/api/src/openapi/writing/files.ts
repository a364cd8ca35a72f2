import { apiPath } from "../../site.js"
import { idParameterNamed } from "./parameters.js"
import { told, type WriteOperation } from "./operation.js"

const tusVersion = {
  name: "Tus-Resumable",
  in: "header" as const,
  required: true as const,
  description: "The version of tus: 1.0.0.",
  schema: { type: "string", enum: ["1.0.0"] },
}
const bytes = (name: string, description: string, least: number) => ({
  name,
  in: "header" as const,
  required: true as const,
  description,
  schema: { type: "integer", minimum: least },
  example: least,
})
const binary = { schema: { type: "string", contentMediaType: "application/octet-stream" } }
const uploadId = idParameterNamed("id", "That of the upload.")
const upload = { path: `${apiPath}/uploads/{id}`, tag: "files" as const, scope: "files:write" as const }
const nothing = (description: string, headers: readonly string[] = []) => ({ description, headers, content: {} })
const ofUploads = { 409: "UploadElsewhere", 412: "OtherTusVersion" }

/** Files, whole or in parts. */
export const fileWrites: readonly WriteOperation[] = [
  {
    path: `${apiPath}/files`,
    method: "post",
    id: "putFile",
    tag: "files",
    summary: "A file, whole",
    description:
      "The body is the file. It is known by its bytes: what they are is looked at, and what is said of them has to agree. The same bytes are one file, however often they are sent (201 the first time, 200 from then on). A picture is kept without where it was taken (GPS, in EXIF and XMP), and nothing else of it is changed: `sha256` is that of what is kept. `attachment` goes into an item's `attachments` or `files` as it is; an `image` has the `url`, `alt`, and `width` and `height`.",
    scope: "files:write",
    parameters: [
      {
        name: "name",
        in: "query",
        description: "What it is called; what its type is called where it is absent.",
        schema: { type: "string", maxLength: 500 },
        example: "agenda.pdf",
      },
    ],
    body: { required: true, content: { "*/*": binary } },
    successes: {
      200: told("File", "The file, which was there.", ["Location"]),
      201: told("File", "The file, which is new.", ["Location"]),
    },
    failures: [400, 413, 415, 422],
    example: { path: `${apiPath}/files?name=agenda.pdf`, mediaType: "application/pdf", file: "agenda.pdf" },
  },
  {
    path: `${apiPath}/files/{id}`,
    method: "get",
    id: "getFile",
    tag: "files",
    summary: "What is known of a file",
    description: "By the SHA-256 of its bytes, in hexadecimal. The file itself is at its `url`, for everybody.",
    scope: "files:write",
    parameters: [
      {
        name: "id",
        in: "path",
        required: true,
        description: "The SHA-256 of its bytes.",
        schema: { type: "string", pattern: "^[0-9a-f]{64}$" },
      },
    ],
    successes: { 200: told("File", "What is known of it.") },
    failures: [404, 422],
    example: { path: `${apiPath}/files/{id}` },
  },
  {
    path: `${apiPath}/uploads`,
    method: "post",
    id: "beginUpload",
    tag: "files",
    summary: "A file that is to come in parts",
    description:
      "By tus 1.0.0 (https://tus.io), which clients in many languages speak. What has come is kept for 24 hours, over broken connections and restarts. What is unfinished is bounded, in number and in bytes that are said to come: of a token (429, `urn:pg:problem:too-many-uploads`, until one is finished or ended) and in all (507).",
    scope: "files:write",
    parameters: [
      tusVersion,
      bytes("Upload-Length", "How many bytes the file has.", 1),
      {
        name: "Upload-Metadata",
        in: "header",
        description: "`filename` and `filetype`, each with its value in Base64, between commas.",
        schema: { type: "string" },
        example: "filename YWdlbmRhLnBkZg==",
      },
    ],
    successes: { 201: nothing("Where it is to be sent to.", ["Location"]) },
    failures: [400, 412, 413, 422, 507],
    refusals: { ...ofUploads, 507: "UploadsFull" },
    example: { path: `${apiPath}/uploads`, headers: { "Tus-Resumable": "1.0.0", "Upload-Length": "1000" } },
  },
  {
    ...upload,
    method: "get",
    id: "getUpload",
    summary: "How far an upload has come",
    description: "HEAD says it in the header fields of tus; GET as JSON, with the file once it is whole.",
    parameters: [uploadId],
    successes: { 200: told("Upload", "How far it has come.", ["Content-Location"]) },
    failures: [404, 410, 412, 415, 422],
    refusals: { ...ofUploads, 415: "UnsupportedMediaType" },
    example: { path: upload.path },
  },
  {
    ...upload,
    method: "patch",
    id: "addToUpload",
    summary: "What comes next of an upload",
    description: "From `Upload-Offset` on, which is how much has come. What came of a request that broke off is kept.",
    parameters: [uploadId, tusVersion, bytes("Upload-Offset", "How many bytes have come before.", 0)],
    body: { required: true, content: { "application/offset+octet-stream": binary } },
    successes: {
      204: nothing("It has been added; `Content-Location` is the file's address once it is whole.", [
        "Content-Location",
      ]),
    },
    failures: [400, 404, 409, 410, 412, 413, 415, 422],
    refusals: ofUploads,
    example: { path: upload.path, headers: { "Tus-Resumable": "1.0.0", "Upload-Offset": "0" }, file: "agenda.pdf" },
  },
  {
    ...upload,
    method: "delete",
    id: "endUpload",
    summary: "An upload that is not to be",
    description: "What has come of it is thrown away.",
    parameters: [uploadId, tusVersion],
    successes: { 204: nothing("It is gone.") },
    failures: [404, 410, 412, 422],
    refusals: ofUploads,
    example: { path: upload.path, headers: { "Tus-Resumable": "1.0.0" } },
  },
]
