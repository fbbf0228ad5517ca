import { CURVES } from "../colours.ts";
import { SCHEMES } from "./schemes.ts";

const CURVE_RULES = Object.keys(CURVES)
  .map((name) => `.plot .curve.${name} { stroke: var(--${name}); } .plot .dot.${name} { fill: var(--${name}); }`)
  .join("\n");

/** The look of the report: the tokens of the page, in one column that also prints on A4. */
export const STYLE = `
${SCHEMES}
* { box-sizing: border-box; }
body {
  max-width: 46rem; margin: 0 auto; padding: 1.5rem;
  background: var(--pane); color: var(--ink-2);
  font: 400 0.9375rem/1.5 Inter, system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, .finding, .abstract { color: var(--ink); font-family: "Source Serif 4", Charter, Georgia, serif; }
h1 { margin: 0.25rem 0 0.5rem; font-size: 2rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.5rem; line-height: 1.25; }
h3 { margin: 2rem 0 0.5rem; font-size: 1.2rem; line-height: 1.3; }
h4, h3.label { margin: 1.25rem 0 0.25rem; color: var(--ink); font: 600 0.9375rem/1.4 Inter, system-ui, "Segoe UI", Arial, sans-serif; }
h3.check { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; }
h3.check .verdict { margin-left: auto; font: 600 0.9375rem/1.3 Inter, system-ui, Arial, sans-serif; white-space: nowrap; }
p { margin: 0.4rem 0; }
a { color: var(--action); }
b, th { font-weight: 600; }
.finding { font-size: 1.15rem; line-height: 1.45; }
.abstract { font-size: 1.08rem; line-height: 1.5; }
.cause { padding-left: 0.75rem; border-left: 3px solid var(--warning); }
.small, figcaption, .foot { color: var(--ink-3); font-size: 0.8125rem; line-height: 1.45; }
.hash { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
ul { margin: 0.4rem 0; padding-left: 1.2rem; }
ul.plain { padding: 0; list-style: none; }
ul.plain li { margin: 0.3rem 0; }
.mark { flex: none; width: 1.5rem; height: 1.5rem; fill: currentColor; stroke: none; }
.mark text { fill: var(--on-mark); font: 600 11.6px Inter, system-ui, Arial, sans-serif; }
.mark.hollow { fill: none; stroke: currentColor; stroke-width: 1.2; }
.mark.hollow text { fill: currentColor; stroke: none; }
.ok { color: var(--ok); }
.warning { color: var(--warning); }
.failed { color: var(--failed); }
.notApplicable, .informative { color: var(--quiet); }
.hallmark {
  display: grid; grid-template-columns: repeat(8, minmax(0, 1fr)); gap: 0.6rem;
  margin: 1.25rem 0; padding: 0.75rem 0; list-style: none;
  border: solid var(--ink); border-width: 1px 0; font-size: 0.75rem; line-height: 1.35; overflow-wrap: normal;
}
.hallmark span, .hallmark b { display: block; }
.hallmark span { margin-top: 0.35rem; color: var(--ink); }
.overview { display: grid; grid-template-columns: 1fr 1fr; gap: 1.25rem; align-items: start; }
.overview img { background: var(--stage); }
dl { display: grid; grid-template-columns: auto 1fr; margin: 0; }
dt, dd { margin: 0; padding: 0.3rem 0; border-bottom: 1px solid var(--line); font-size: 0.875rem; }
dt { color: var(--ink-3); padding-right: 1rem; }
dd { color: var(--ink); text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
figure { margin: 1.25rem 0; break-inside: avoid; }
.pictures { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.75rem; align-items: end; }
.pictures div { text-align: center; color: var(--ink-3); font-size: 0.75rem; }
.key { display: flex; align-items: center; gap: 0.6rem; margin-top: 0.4rem; font-size: 0.75rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.key svg { flex: 1; height: 0.6rem; border: 1px solid var(--edge); }
img { display: block; width: 100%; height: auto; }
figcaption { margin-top: 0.5rem; }
.table { overflow-x: auto; margin: 0.75rem 0; }
table { width: 100%; border-collapse: collapse; color: var(--ink); font-size: 0.8125rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 0.3rem; text-align: left; color: var(--ink-3); }
th, td { padding: 0.3rem 0.75rem 0.3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--ink-3); font-weight: 500; border-color: var(--edge); overflow-wrap: normal; }
tbody th { font-weight: 400; }
.right { text-align: right; white-space: nowrap; }
.name { white-space: nowrap; }
.name .mark { vertical-align: -0.4rem; margin-right: 0.4rem; }
td .detail { display: block; color: var(--ink-3); }
.plot { display: block; width: 100%; height: auto; font: 400 12px Inter, system-ui, Arial, sans-serif; }
.plot text { fill: var(--ink-3); }
.plot .name { fill: var(--ink-2); font-weight: 500; }
.plot .band { fill: var(--stage); }
.plot .spread { fill: var(--line); }
.plot .grid { stroke: var(--line); }
.plot .axis { stroke: var(--edge); }
.plot .rule { stroke: var(--ink); stroke-dasharray: 4 3; }
.plot .curve { fill: none; stroke-width: 1.6; stroke-linejoin: round; }
.plot .dashed { stroke-dasharray: 6 4; }
${CURVE_RULES}
.foot { margin-top: 3rem; padding-top: 0.5rem; border-top: 1px solid var(--line); }
@media (max-width: 40rem) { .overview { grid-template-columns: 1fr; } .hallmark { grid-template-columns: repeat(4, minmax(0, 1fr)); } }
@page { size: A4; margin: 18mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  a { color: inherit; }
  .mark, .hallmark b { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3, h4, .keep { break-after: avoid; }
  main > section.part:first-child { break-before: page; }
  .pictures img { width: min(100%, 46mm); margin: 0 auto; }
  .plot { width: auto; max-width: 100%; max-height: 62mm; margin: 0 auto; }
  .key svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tr, li { break-inside: avoid; }
  .table { overflow: visible; }
}
`;
