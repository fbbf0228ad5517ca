import { spawnSync } from "node:child_process";

/** Chromium for the tests: `$CHROMIUM`, else the first of its names that PATH knows; undefined where there is none. */
export function findChromium() {
  const names = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean);
  const found = names.map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout?.trim());
  return found.find(Boolean);
}
