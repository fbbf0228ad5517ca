/**
 * What makes the built page work without a network and on any static host: the service worker with the list of files
 * that it keeps, and the `_headers` file. Written after the page, because both name its files.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, runnerImport } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const web = `${root}dist/web`;

/** Files of the site that the page never asks for. */
const NOT_KEPT = ["_headers", "report.schema.json", "service-worker.js"];

export async function buildOffline() {
  const files = filesOf(web);
  await buildServiceWorker(files.filter((file) => !NOT_KEPT.includes(file)).map(precacheEntry));
  const { module } = await runnerImport(`${root}src/site/response-headers.ts`, { root, configFile: false });
  writeFileSync(`${web}/_headers`, module.headersFile([...files, "service-worker.js"]));
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, `${entry.parentPath}/${entry.name}`).split(sep).join("/"))
    .sort();
}

/** Names under assets/ hold a hash of the content; the other files get one beside their name. */
function precacheEntry(file) {
  if (file.startsWith("assets/")) return { url: file, revision: null };
  const revision = createHash("sha256")
    .update(readFileSync(`${web}/${file}`))
    .digest("hex")
    .slice(0, 16);
  return { url: file, revision };
}

/** A classic script in one file, which every browser takes as a service worker. */
function buildServiceWorker(precached) {
  return build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: { PRECACHED_FILES: JSON.stringify(precached) },
    build: {
      outDir: "dist/web",
      emptyOutDir: false,
      target: "es2022",
      rolldownOptions: {
        input: "workers/offline/service-worker.ts",
        output: { format: "iife", entryFileNames: "service-worker.js" },
      },
    },
  });
}
