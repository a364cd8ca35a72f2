import { defineConfig } from "vitest/config"

export default defineConfig({
  ssr: { resolve: { conditions: ["@pg/source", "node"] } },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 30_000, // machines are busy at times
    reporters: ["default", "json"],
    outputFile: { json: "test-results/results.json" },
  },
})
