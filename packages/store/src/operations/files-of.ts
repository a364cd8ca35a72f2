import { allFiles, type FileRecord } from "../files.js"
import { type Waiting, withDatabase } from "./database.js"

/** All files that a database knows of, by their ids; none where it is of a version that knew of no files. Changes nothing in it. */
export const filesOf = (url: string, waiting?: Waiting): Promise<FileRecord[]> =>
  withDatabase(
    url,
    async ({ reader, engine }) => ((await engine.tables(reader)).includes("files") ? allFiles(reader) : []),
    waiting,
  )
