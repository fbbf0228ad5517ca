import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { withoutUnusedModules } from "./scripts/unused-modules.js";
import { policyInPage } from "./src/site/response-headers.ts";

/** Cross-origin isolation: without these headers a page has no shared memory. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** `VITE_EMDB_LOOKUP=on` lets the page ask EMDB about an entry, when its user asks for it. */
const lookUp = process.env.VITE_EMDB_LOOKUP === "on" ? "emdb" : "off";

/** The built page states its policy itself as well, for the first visit to a host that sends none. */
const statedPolicy: Plugin = {
  name: "stated-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: policyInPage({ lookUp }) },
      injectTo: "head-prepend",
    },
  ],
};

/** The reference transform of the self-test asks for Node's Buffer. */
const bufferOfSelfTest = {
  find: /^buffer$/,
  replacement: fileURLToPath(new URL("workers/self-test/buffer-shim.ts", import.meta.url)),
};

export default defineConfig({
  base: "./",
  plugins: [react(), statedPolicy],
  resolve: { alias: [...withoutUnusedModules, bufferOfSelfTest] },
  worker: { format: "es" },
  server: { headers: isolation },
  preview: { headers: isolation },
  // Found late, in a worker or behind a lazy import, a dependency makes the dev server reload the page.
  optimizeDeps: {
    include: [
      "plotly.js-basic-dist-min",
      "three",
      "jspdf",
      "comlink",
      "fflate",
      "hash-wasm",
      "@foxglove/wasm-bz2",
      "@niivue/niivue",
    ],
  },
  build: { outDir: "dist/web", target: "es2022", sourcemap: false, chunkSizeWarningLimit: 1200 },
});
