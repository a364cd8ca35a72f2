import { defineConfig } from "vitest/config"

export default defineConfig({
  ssr: { resolve: { conditions: ["@pg/source", "node"] } },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 60_000, // processes, databases and a browser are started, on machines that are busy
    hookTimeout: 120_000,
    reporters: ["default", "json"],
    outputFile: { json: "test-results/results.json" },
  },
})
