import { fileURLToPath } from "node:url";

/**
 * jsPDF loads html2canvas and its like for HTML and SVG input, NiiVue loads numcodecs for zarr stores; nothing here has
 * either, and both bundles leave them out.
 */
export const withoutUnusedModules = [
  {
    find: /^(html2canvas|dompurify|canvg|core-js|numcodecs)(\/.*)?$/,
    replacement: fileURLToPath(new URL("../src/report/pdf/empty-module.ts", import.meta.url)),
  },
];
