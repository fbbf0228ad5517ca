/**
 * Writes the example map: an ideal right-handed α-helix bundle at 3.5 Å, synthetic and free of rights, with the level and the resolution
 * that its author would report.
 *
 * usage: node scripts/example-map.js [NAME.map.gz]      writes NAME.map.gz and NAME.json; default public/example
 *
 * The bytes are the same on every machine: the voxels come from + − × ÷ and square roots alone, and fflate compresses them, because the
 * output of node:zlib changes with its version and with the processor.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "fflate";
import { encodeMap } from "./example/encode-map.js";
import { BOX, exampleVoxels, VOXEL_SIZE } from "./example/simulation.js";

/** ASCII, as MRC2014 asks of labels. */
export const LABEL = "MapAssay example: ideal helix bundle, 3.5 A";
/** Å. */
export const RESOLUTION = 3.5;
/** Map value of the surface: 5.5 rms deviations of the noise, where the molecule is one piece and nothing else shows. */
const CONTOUR_LEVEL = 0.065;

/** Writes the map, gzipped, and beside it the JSON that says how to open it. @param {string} out a name that ends in .map.gz */
export function writeExample(out) {
  const sidecar = { name: basename(out), contourLevel: CONTOUR_LEVEL, resolution: RESOLUTION };
  const map = encodeMap(exampleVoxels(), { box: BOX, voxelSize: VOXEL_SIZE, label: LABEL });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, gzipSync(map, { level: 9, mtime: 0 }));
  writeFileSync(out.replace(/\.map\.gz$/, ".json"), `${JSON.stringify(sidecar, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeExample(process.argv[2] ?? fileURLToPath(new URL("../public/example.map.gz", import.meta.url)));
