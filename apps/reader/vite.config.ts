import { defineConfig } from "vite"
import solid from "vite-plugin-solid"
import { mapShapes } from "./map-shapes.ts"

// Two builds. `vite build`: what browsers load, hashed, with a manifest. `vite build --ssr`: the server that finds it.
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [solid({ ssr: true, solid: { hydratable: false } }), mapShapes()], // no script runs on any page, so none needs its marks
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
        rolldownOptions: { input: ["src/styles/main.css"] },
      },
}))
