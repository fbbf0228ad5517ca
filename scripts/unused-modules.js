import { fileURLToPath } from "node:url";

/** jsPDF loads these for HTML and SVG input, which no report uses; both bundles leave them out. */
export const withoutUnusedModules = [
  {
    find: /^(html2canvas|dompurify|canvg|core-js)(\/.*)?$/,
    replacement: fileURLToPath(new URL("../src/report/pdf/empty-module.ts", import.meta.url)),
  },
];
