import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { makeMap } from "./make-map.js";

const levels = new Map();

/** The benchmark's map of n³ voxels in a folder, made when first asked for. */
export function benchMap(folder, n) {
  const path = join(folder, `${n}.mrc`);
  if (!levels.has(path)) levels.set(path, makeMap(n, path));
  return { path, level: levels.get(path) };
}

/** The same map gzipped; its path. */
export function gzipped(path) {
  const target = `${path}.gz`;
  if (!existsSync(target)) writeFileSync(target, gzipSync(readFileSync(path)));
  return target;
}
