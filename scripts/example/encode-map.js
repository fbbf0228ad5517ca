import { rms } from "./arithmetic.js";

/**
 * An MRC2014 file: mode 2, little-endian, one volume with cubic voxels, one label. Allocates.
 * @param {Float32Array} voxels box³ map values, x fastest
 * @param {{ box: number, voxelSize: number, label: string }} options voxel size in Å, label in ASCII
 * @returns {Uint8Array}
 */
export function encodeMap(voxels, { box, voxelSize, label }) {
  const bytes = new Uint8Array(1024 + 4 * voxels.length);
  const view = new DataView(bytes.buffer);
  const ascii = (text, offset) => bytes.set(new TextEncoder().encode(text), offset);
  const edge = box * voxelSize;
  const { min, max, mean, std } = statistics(voxels);
  // Words count from 1, as in the standard.
  put(1, [box, box, box, 2, 0, 0, 0, box, box, box], "setInt32");
  put(11, [edge, edge, edge, 90, 90, 90], "setFloat32");
  put(17, [1, 2, 3], "setInt32");
  put(20, [min, max, mean], "setFloat32");
  put(23, [1, 0], "setInt32");
  put(28, [20140], "setInt32");
  ascii("MAP DD", 208);
  put(55, [std], "setFloat32");
  put(56, [1], "setInt32");
  bytes.fill(0x20, 224, 1024);
  ascii(label, 224);
  put(257, voxels, "setFloat32");
  return bytes;

  /** @param {number} word @param {ArrayLike<number>} values @param {"setInt32" | "setFloat32"} setter */
  function put(word, values, setter) {
    for (let i = 0; i < values.length; i++) view[setter](4 * (word - 1 + i), values[i], true);
  }
}

/** @param {Float32Array} voxels */
function statistics(voxels) {
  let [min, max, sum] = [voxels[0], voxels[0], 0];
  for (const value of voxels) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
  }
  const mean = sum / voxels.length;
  const deviations = new Float64Array(voxels.length);
  for (let i = 0; i < voxels.length; i++) deviations[i] = voxels[i] - mean;
  return { min, max, mean, std: rms(deviations) };
}
