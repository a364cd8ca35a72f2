import { cp, rm } from "node:fs/promises"
import { defineConfig, type Options } from "tsup"

const common: Options = { format: ["esm"], dts: false, sourcemap: true, target: "es2024" }

/**
 * The program is one bundle with all that it is made of: to look for a thousand files takes longer than to run them. Left out
 * is what has parts that are no JavaScript. Before it starts `main`, which is by itself.
 */
export default defineConfig([
  { ...common, entry: ["src/main.ts"] },
  {
    ...common,
    entry: ["src/cli.ts"],
    outDir: "dist/program",
    clean: true,
    noExternal: [/^(?!better-sqlite3$|sharp$|@resvg\/|@expo-google-fonts\/)/],
    // Packages that are no modules ask for Node's own by this name.
    banner: { js: `import { createRequire } from "node:module"\nconst require = createRequire(import.meta.url)` },
    // What parts of it look for beside themselves, as it stands in their own packages.
    onSuccess: async () => {
      await rm("dist/compiled", { recursive: true, force: true })
      await cp("../reader/dist/client", "dist/client", { recursive: true })
      await cp("sample", "dist/sample", { recursive: true })
    },
  },
])
