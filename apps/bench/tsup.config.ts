import { defineConfig } from "tsup"

export default defineConfig({
  entry: ["src/main.ts", "src/limit-server.ts"],
  format: ["esm"],
  target: "node26",
  dts: false,
  sourcemap: true,
  clean: true,
})
