/**
 * Builds everything under build/ and dist/: kernels, fonts, example map, web app with its service worker, command line.
 * `node scripts/build.js assets` stops before the app, for the dev server and the unit tests.
 */
import { chmodSync, cpSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { buildKernels } from "./build-kernels.js";
import { buildOffline } from "./build-offline.js";
import { writeExample } from "./example-map.js";
import { withoutUnusedModules } from "./unused-modules.js";

const root = fileURLToPath(new URL("..", import.meta.url));

async function buildAssets() {
  await buildKernels();
  await import("./build-fonts.js");
  writeExample(`${root}public/example.map.gz`);
}

/** Bundles the command line and its worker with all they import: the package then needs no other package. */
async function buildCommandLine() {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    resolve: { alias: withoutUnusedModules },
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: true,
      outDir: "dist/cli",
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: {
        input: { mapassay: "src/cli/main.ts", compute: "workers/node/compute.ts" },
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", banner: bannerOf },
      },
    },
  });
  chmodSync(`${root}dist/cli/mapassay.js`, 0o755);
  mkdirSync(`${root}dist/cli/fonts`, { recursive: true });
  for (const kind of ["shared", "private"]) {
    cpSync(`${root}build/kernels/kernels-${kind}.wasm`, `${root}dist/cli/kernels-${kind}.wasm`);
  }
  for (const face of ["Inter-400", "Inter-500", "Inter-600", "SourceSerif4-400", "SourceSerif4-600"]) {
    cpSync(`${root}build/fonts/${face}.ttf`, `${root}dist/cli/fonts/${face}.ttf`);
  }
}

function bannerOf(chunk) {
  return chunk.name === "mapassay" ? "#!/usr/bin/env node" : "";
}

await buildAssets();
if (process.argv[2] !== "assets") {
  await build({ root, logLevel: "warn" });
  await buildOffline();
  await buildCommandLine();
}
