import { closeSync, fstatSync, openSync, writeSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"

/** Overwrites every page of an SQLite file but the first, after a change that makes readers look at the file again. */
export function damage(path: string): void {
  const intruder = new DatabaseSync(path)
  intruder.exec("create table intruder (a); pragma wal_checkpoint(truncate)")
  intruder.close()
  const file = openSync(path, "r+")
  const pageSize = 4096
  writeSync(file, Buffer.alloc(fstatSync(file).size - pageSize, "x"), 0, null, pageSize)
  closeSync(file)
}
