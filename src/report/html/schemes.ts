import { ACTION, CURVES, EDGE, INK, INK_2, INK_3, LINE, ON_MARK, STAGE, verdictColour } from "../colours.ts";

/** The light scheme of the design tokens by the names that the page has for them. */
const LIGHT = {
  pane: "#ffffff",
  stage: STAGE,
  line: LINE,
  edge: EDGE,
  ink: INK,
  "ink-2": INK_2,
  "ink-3": INK_3,
  action: ACTION,
  "on-mark": ON_MARK,
  ok: verdictColour("ok"),
  warning: verdictColour("warning"),
  failed: verdictColour("failed"),
  quiet: verdictColour("informative"),
  ...CURVES,
} as const;

type Token = keyof typeof LIGHT;

const DARK: Readonly<Record<Token, string>> = {
  pane: "#14181c",
  stage: "#0a0d10",
  line: "#2a3138",
  edge: "#74808c",
  ink: "#e8ecf0",
  "ink-2": "#bcc5ce",
  "ink-3": "#97a2ad",
  action: "#94b4ff",
  "on-mark": "#0d1013",
  ok: "#5fc4e6",
  warning: "#f5b75f",
  failed: "#ff8d85",
  quiet: "#a5b0bb",
  "curve-1": "#6db3f2",
  "curve-2": "#f0975a",
  "curve-3": "#e8ecf0",
  "curve-4": "#c99be6",
  "curve-5": "#a5cf6b",
  "curve-6": "#ff8fb1",
  "curve-7": "#97a2ad",
  "curve-8": "#4fd0c6",
};

/** The colours as properties of the page; dark on the screens of readers who prefer that, light in print. */
export const SCHEMES = `:root {
  color-scheme: light;
${properties(LIGHT)}
}
@media screen and (prefers-color-scheme: dark) {
:root {
  color-scheme: dark;
${properties(DARK)}
}
/* White is 80 % as bright, as in the slices of the page. */
img { filter: brightness(0.8); }
}`;

function properties(scheme: Readonly<Record<Token, string>>): string {
  return Object.entries(scheme)
    .map(([name, colour]) => `  --${name}: ${colour};`)
    .join("\n");
}
