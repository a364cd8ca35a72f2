import { defineConfig } from "vite"
import solid from "vite-plugin-solid"
import { mapShapes } from "./map-shapes.ts"
import { precompress } from "./precompress.ts"
import { propsAtOnce } from "./props-at-once.ts"
import { subsetFonts } from "./subset-fonts.ts"

// Two builds. `vite build`: what browsers load, hashed, with a manifest. `vite build --ssr`: the server that finds it.
export default defineConfig(({ isSsrBuild }) => ({
  // No script takes over what was rendered, so nothing needs its marks.
  plugins: [
    solid({ ssr: true, solid: { hydratable: false }, babel: { plugins: [propsAtOnce] } }),
    mapShapes(),
    subsetFonts(),
    precompress(),
  ],
  define: { __CLIENT_FOLDER__: JSON.stringify("../client/") },
  ssr: { external: true },
  build: isSsrBuild
    ? {
        outDir: "dist/server",
        target: "node26",
        sourcemap: true,
        minify: false,
        rolldownOptions: { external: /^@pg\// }, // as the API's, so that an ApiError is the same class for both
      }
    : {
        outDir: "dist/client",
        manifest: true,
        assetsInlineLimit: 0,
        rolldownOptions: { input: ["src/styles/main.css", "src/islands/suggest.ts"] },
        modulePreload: { polyfill: false },
      },
}))
