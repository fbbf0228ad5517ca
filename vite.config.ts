import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Cross-origin isolation: without these headers a page has no shared memory. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** jsPDF loads these for HTML and SVG input, which no report uses. */
const unusedByReports = /^(html2canvas|dompurify|canvg|core-js)(\/.*)?$/;
const emptyModule = fileURLToPath(new URL("src/report/pdf/empty-module.ts", import.meta.url));

export default defineConfig({
  base: "./",
  plugins: [react()],
  resolve: { alias: [{ find: unusedByReports, replacement: emptyModule }] },
  worker: { format: "es" },
  server: { headers: isolation },
  preview: { headers: isolation },
  optimizeDeps: { include: ["plotly.js-basic-dist-min", "jspdf", "comlink"] },
  build: { outDir: "dist/web", target: "es2022", sourcemap: false, chunkSizeWarningLimit: 1200 },
});
