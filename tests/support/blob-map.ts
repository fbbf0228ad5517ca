import { type MrcSpec, makeMrc } from "./mrc-builder.ts";
import { seededRandom } from "./random.ts";

/** A level that leaves the large blob of {@link blobMap} and a separate small one. */
export const BLOB_LEVEL = 0.3;

/** Two round blobs over weak noise: peaks 1 and 0.6, apart from each other and from the faces of the box. */
export function blobSpec(side: number, spec: MrcSpec = {}): MrcSpec {
  const random = seededRandom(side);
  const blob = (x: number, y: number, z: number, [cx, cy, cz, width]: readonly number[]) =>
    Math.exp(-((x / side - cx) ** 2 + (y / side - cy) ** 2 + (z / side - cz) ** 2) / (2 * width ** 2));
  const large = [0.5, 0.48, 0.52, 0.1];
  const small = [0.2, 0.25, 0.75, 0.03];
  const value = (x: number, y: number, z: number) =>
    Math.fround(blob(x, y, z, large) + 0.6 * blob(x, y, z, small) + 0.05 * random());
  return { box: [side, side, side], value, ...spec };
}

/** The file of {@link blobSpec}, 2 Å a voxel. */
export function blobMap(side: number, spec: MrcSpec = {}): Uint8Array<ArrayBuffer> {
  return makeMrc(blobSpec(side, spec));
}
