import { defineConfig } from "vitest/config"
import { lineByLine } from "./src/line-by-line.js"

// Not run by `npm test`, which must do without other people's programs. Packages are taken as they are built.
export default defineConfig({
  test: {
    globalSetup: "src/install.ts",
    include: ["src/**/*.test.ts"],
    // It takes a quarter of an hour: run when it is named.
    exclude: process.argv.some((word) => word.includes("kill")) ? [] : ["src/kill.test.ts"],
    testTimeout: 120_000, // many programs are started, on machines that are busy
    hookTimeout: 120_000,
    reporters: [lineByLine, "json"],
    outputFile: { json: "test-results/results.json" },
  },
})
