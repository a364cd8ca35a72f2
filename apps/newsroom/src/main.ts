#!/usr/bin/env node
import { enableCompileCache } from "node:module"
import { fileURLToPath } from "node:url"

// What V8 makes of the program is kept beside it, for the next start; where that folder cannot be written, nothing is kept.
enableCompileCache(fileURLToPath(new URL("./compiled/", import.meta.url)))
await import(new URL("./program/cli.js", import.meta.url).href)
