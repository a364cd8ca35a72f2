import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import type { Plugin } from "vite"

/**
 * Lays beside each text that browsers load the same in brotli and gzip, `.br` and `.gz`, as short as they can make it: that
 * takes too long to be done while somebody waits. The server's own build has no such files.
 */
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: (_, { isSsrBuild = false }) => !isSsrBuild,
    writeBundle({ dir = "" }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /^assets\/.*\.(?:css|js|svg)$/.test(file))) {
        const content = readFileSync(join(dir, name))
        const size = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, { params: size }))
        writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}
