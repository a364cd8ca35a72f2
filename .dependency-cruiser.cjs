// Who may import whom: CONTRIBUTING.md has it in words. Type imports count like others, save where a rule says not.

const tests = "[.]test[.]tsx?$"
/** Modules of our own packages, found as source or, where they are not built yet, by their names alone. */
const ours = (names = "[^/]+") => `^(?:(?:packages|apps)/|@pg/)(?:${names})(?:/|$)`
const npm = (name) => `(?:^|node_modules/)${name}(?:/|$)`

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "domain-imports-zod-only",
      severity: "error",
      from: { path: "^packages/domain/src/", pathNot: tests },
      to: { pathNot: ["^packages/domain/src/", npm("zod")] },
    },
    {
      name: "packages-import-domain-never-each-other",
      comment: "And markdown, which stands below them all.",
      severity: "error",
      from: { path: "^packages/([^/]+)/" },
      to: { path: ours(), pathNot: ["^packages/$1/", ours("domain|markdown")] },
    },
    {
      name: "files-and-markdown-import-no-part-of-the-house",
      severity: "error",
      from: { path: "^packages/(files|markdown)/" },
      to: { path: ours(), pathNot: "^packages/$1/" },
    },
    {
      name: "apps-never-import-each-other",
      comment: "Only newsroom composes them, and nobody imports newsroom.",
      severity: "error",
      from: { path: "^apps/(api|reader)/" },
      to: { path: ours("api|reader|newsroom|bench|conformance"), pathNot: "^apps/$1/" },
    },
    {
      name: "reader-knows-content-through-client",
      comment:
        "It reads items through the client alone; of the formats it knows which there are, to link them; its own texts are Markdown.",
      severity: "error",
      from: { path: "^apps/reader/" },
      to: { path: ours(), pathNot: ["^apps/reader/", ours("client|domain|formats|markdown")] },
    },
    {
      name: "islands-bring-no-zod-to-the-browser",
      comment: "Of the domain, a browser gets types and the dates, which are free of zod.",
      severity: "error",
      from: { path: "^apps/reader/src/islands/", pathNot: tests },
      to: {
        path: [ours("client|domain"), npm("zod")],
        pathNot: ["^packages/domain/(?:src|dist)/dates[.]", "^@pg/domain/dates$"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pure-packages-know-no-node",
      severity: "error",
      from: { path: "^packages/(?:domain|listing|formats|markdown)/src/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "migrations-import-kysely-only",
      comment: "A migration must mean the same for ever, whatever becomes of the code around it.",
      severity: "error",
      from: { path: "^packages/store/src/migrations/\\d" },
      to: { pathNot: npm("kysely") },
    },
    {
      name: "packages-have-one-door",
      comment: "Import a package by its name, not by a path into it; tests may borrow another's test helpers.",
      severity: "error",
      from: { path: "^((?:packages|apps)/[^/]+)/src/", pathNot: tests },
      to: { path: "^(?:packages|apps)/", pathNot: "^$1/", dependencyTypes: ["local"] },
    },
    {
      name: "code-needs-no-development-dependency",
      severity: "error",
      from: { path: "^(?:packages|apps)/[^/]+/src/", pathNot: tests },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm-peer"] },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "/dist/"] },
    exclude: { path: ["/dist/", "/fixtures/", "/test-results/", "[.]config[.]ts$"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@pg/source", "import", "node", "default", "types"],
    },
  },
}
