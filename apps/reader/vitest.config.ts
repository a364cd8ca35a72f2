import solid from "vite-plugin-solid"
import { mapShapes } from "./map-shapes.ts"
import { propsAtOnce } from "./props-at-once.ts"
import { defineConfig } from "vitest/config"

export default defineConfig({
  plugins: [solid({ ssr: true, solid: { hydratable: false }, babel: { plugins: [propsAtOnce] } }), mapShapes()],
  define: { __CLIENT_FOLDER__: JSON.stringify("../dist/client/") },
  ssr: { resolve: { conditions: ["@pg/source", "node", "import", "default"] } },
  test: {
    environment: "node",
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    testTimeout: 30_000, // machines are busy at times
    reporters: ["default", "json"],
    outputFile: { json: "test-results/results.json" },
  },
})
