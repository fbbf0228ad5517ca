import { type Triple, voxelCount } from "./grid.ts";

/**
 * The mirror image of a map: x turned around about the middle of the box, voxel x becomes voxel nx − 1 − x. It fills the same
 * box in the same frame, and its mirror image is the map again, value by value. Allocates; `voxels` (x fastest) is only read.
 */
export function mirroredAlongX(voxels: Float32Array, box: Triple): Float32Array<ArrayBuffer> {
  const [nx] = box;
  const mirrored = new Float32Array(voxelCount(box));
  for (let row = 0; row < mirrored.length; row += nx) {
    mirrored.set(voxels.subarray(row, row + nx), row);
    mirrored.subarray(row, row + nx).reverse();
  }
  return mirrored;
}
