/**
 * Runs before `npm start` and `npm test`, so only Node's own modules may be used. Installs the packages when they are
 * missing or older than the lock file; with `chromium`, the browser of the end-to-end tests too, and what reads their PDFs.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findChromium } from "./find-chromium.js";

const root = fileURLToPath(new URL("..", import.meta.url));

function packagesAreCurrent() {
  const installed = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const [wanted, have] = [packages(`${root}package-lock.json`), packages(installed)];
  return Object.entries(wanted).every(([path, entry]) => {
    const skipped = path === "" || entry.optional || entry.peer;
    return skipped || have[path]?.version === entry.version;
  });
}

function installPackages() {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--no-audit", "--no-fund"], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

const runs = (name, argument) => spawnSync(name, [argument], { stdio: "ignore" }).error === undefined;

/** Debian packages of the programs that the tests use and that are not here; the first is the one that they cannot do without. */
function missingPrograms() {
  const missing = [];
  if (!findChromium()) missing.push("chromium");
  if (!runs("pdftotext", "-v")) missing.push("poppler-utils");
  if (!runs("qpdf", "--version")) missing.push("qpdf");
  return missing;
}

function installPrograms(packages) {
  const isRoot = process.getuid?.() === 0;
  const hasSudo = !isRoot && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0;
  if (!runs("apt-get", "--version") || !(isRoot || hasSudo)) {
    console.error(
      `The tests use programs that are missing. Run: sudo apt-get update && sudo apt-get install -y ${packages.join(" ")}`,
    );
    if (packages.includes("chromium")) process.exit(1);
    return;
  }
  const apt = (...args) => {
    const wait = ["-o", "DPkg::Lock::Timeout=280"];
    const command = hasSudo ? ["sudo", "apt-get", ...wait, ...args] : ["apt-get", ...wait, ...args];
    execFileSync(command[0], command.slice(1), {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  apt("update");
  apt("install", "-y", "--no-install-recommends", ...packages);
}

if (!packagesAreCurrent()) installPackages();
if (process.argv.includes("chromium")) {
  const missing = missingPrograms();
  if (missing.length > 0) installPrograms(missing);
}
