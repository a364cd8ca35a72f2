/** The addresses of a serif's faces. */
export type Fonts = { upright: string; italic: string }

/** How the page of the contract looks: the newsroom's paper and ink, light and dark, from 320 pixels, and in print. */
export const styleWith = (fonts: Fonts | undefined): string => (fonts ? facesOf(fonts) : "") + style

const facesOf = ({ upright, italic }: Fonts) => `
@font-face { font-family: "Newsroom Serif"; src: url("${upright}") format("woff2"); font-display: swap; }
@font-face { font-family: "Newsroom Serif"; src: url("${italic}") format("woff2"); font-style: italic; font-display: swap; }`

const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf6; --ink: #211c20; --quiet: #625a60; --rule: #d9d2cc; --accent: #7b2259; --tint: #f3e2ec; --code: #f2efe9;
  --serif: "Newsroom Serif", "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Noto Serif", serif;
  --sans: Seravek, "Gill Sans Nova", "Source Sans 3", Calibri, Carlito, Ubuntu, "Noto Sans", sans-serif;
  --mono: ui-monospace, "SFMono-Regular", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171418; --ink: #ece6e8; --quiet: #aca3aa; --rule: #3b343c; --accent: #e6a6cf; --tint: #3a2334; --code: #211c22;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--serif); overflow-wrap: break-word; }
main, .top { max-width: 60rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
.top { padding-block: clamp(2rem, 6vw, 4.5rem) 1rem; }
main { padding-block-end: 5rem; }
h1 { margin: 0 0 0.75rem; font-size: clamp(2rem, 1.4rem + 2.6vw, 3.25rem); line-height: 1.1; font-weight: 500; text-wrap: balance; }
h2 { margin: 4rem 0 0.25rem; padding-block-start: 0.75rem; border-block-start: 3px solid var(--accent); font-size: 1.75rem; font-weight: 500; line-height: 1.2; }
h3 { margin: 2rem 0 0.25rem; font-size: 1.25rem; line-height: 1.3; font-weight: 600; }
h2 + h3 { margin-block-start: 0.75rem; }
.operation > h3 { margin-block-start: 0; }
h4 { margin: 1.25rem 0 0.35rem; font: 600 0.875rem/1.4 var(--sans); color: var(--quiet); }
p { max-width: 42rem; margin: 0.5rem 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, pre:focus-visible, .wide:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.lead { font-size: 1.1875rem; }
.skip { position: absolute; inset-inline-start: -99rem; }
.skip:focus { position: static; }
.operation { padding-block: 1.75rem; border-block-end: 1px solid var(--rule); }
.address { margin: 0 0 0.5rem; font: 0.9375rem/1.5 var(--mono); }
.address b { color: var(--accent); }
nav ul { margin: 0.5rem 0; padding: 0; list-style: none; columns: 18rem; font: 0.9375rem/1.5 var(--sans); }
nav li { break-inside: avoid; }
nav a { display: inline-block; padding-block: 0.15rem; }
code, pre { font-family: var(--mono); font-size: 0.875rem; }
pre { margin: 0.35rem 0; padding: 0.75rem 1rem; background: var(--code); overflow: auto; max-block-size: 26rem; line-height: 1.5; border-inline-start: 3px solid var(--rule); }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font: 0.9375rem/1.45 var(--sans); }
th, td { padding: 0.45rem 0.75rem 0.45rem 0; border-block-end: 1px solid var(--rule); text-align: start; vertical-align: top; }
th { font-weight: 600; white-space: nowrap; }
td.value { min-width: 11rem; color: var(--quiet); }
summary { padding-block: 0.35rem; font: 600 0.875rem/1.4 var(--sans); color: var(--accent); cursor: pointer; }
.statuses { margin: 0; padding: 0; list-style: none; font: 0.9375rem/1.5 var(--sans); color: var(--quiet); }
@media (max-width: 38rem) {
  thead { display: none; }
  tr { display: block; padding-block: 0.5rem; border-block-end: 1px solid var(--rule); }
  th, td { display: block; padding: 0; border: 0; white-space: normal; }
}
@media (prefers-contrast: more) { :root { --quiet: var(--ink); --rule: var(--ink); } }
@media print {
  body { font-size: 10pt; background: none; }
  nav, .skip { display: none; }
  pre { white-space: pre-wrap; max-block-size: none; }
  .operation { break-inside: avoid-page; }
}
`
