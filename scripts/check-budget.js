/** Holds the built web app to its budgets: gzip of what a first visit loads, and of each lazy part. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const web = fileURLToPath(new URL("../dist/web/", import.meta.url));
const KILOBYTE = 1000;

/** kB of gzip. */
const FIRST_LOAD = { ".js": 150, ".css": 40 };
/** kB as they lie on the disk. */
const OFFLINE = 12_000;
const LAZY = { "niivue-slices": 330, plotly: 480, SurfaceView: 140, "compute.worker": 260 };

const gzipped = (file) => gzipSync(readFileSync(web + file), { level: 9 }).length / KILOBYTE;

function firstLoad(extension) {
  const html = readFileSync(`${web}index.html`, "utf8");
  const named = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+)"/g)].map((match) => match[1]);
  return named.filter((file) => extname(file) === extension).reduce((sum, file) => sum + gzipped(file), 0);
}

/** All that the service worker fetches on a first visit. */
function keptOffline() {
  const names = readdirSync(web, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names.reduce((sum, { parentPath, name }) => sum + statSync(`${parentPath}/${name}`).size / KILOBYTE, 0);
}

const checks = [
  ...Object.entries(FIRST_LOAD).map(([extension, budget]) => ({
    what: `first load ${extension}`,
    size: firstLoad(extension),
    budget,
  })),
  ...Object.entries(LAZY).map(([part, budget]) => {
    const files = readdirSync(`${web}assets`).filter((file) => file.includes(part) && file.endsWith(".js"));
    return { what: `lazy ${part}`, size: files.reduce((sum, file) => sum + gzipped(`assets/${file}`), 0), budget };
  }),
  { what: "kept offline, not packed", size: keptOffline(), budget: OFFLINE },
];
for (const { what, size, budget } of checks) console.log(`${what}: ${size.toFixed(1)} of ${budget} kB`);
const over = checks.filter(({ size, budget }) => size === 0 || size > budget);
if (over.length > 0) {
  console.error(`Over budget or missing: ${over.map(({ what }) => what).join(", ")}`);
  process.exit(1);
}
