import type { Triple } from "../../src/core/volume/grid.ts";
import { mapOfAtoms } from "./model-map.ts";
import { seededRandom } from "./random.ts";

/** Cylinder radius, azimuth and height (Å, degrees) of backbone and beta carbon of one residue: N, CA, C, O, CB. */
const RESIDUE = [
  [1.55, -27.5, -0.9],
  [2.3, 0, 0],
  [1.7, 26.5, 1.1],
  [2.0, 23, 2.3],
  [3.3, -20, -0.4],
] as const;

/** Helices as points along three directions: middle (Å from the box's middle), direction, another across it. */
const HELICES = [
  { middle: [-9, -8, 0], along: [0, 0, 1], across: [1, 0, 0] },
  { middle: [9, -6, 1], along: [0.3, 0.1, 0.95], across: [0, 1, 0] },
  { middle: [0, 9, -2], along: [1, 0.2, 0.1], across: [0, 0, 1] },
  { middle: [0, -9, 9], along: [0.7, 0.7, 0.2], across: [0, 0, 1] },
] as const;

const RESIDUES = 18;

/** A map of four right-handed alpha helices with noise, x fastest. @param spread of an atom, Å */
export function helixMap(
  size: number,
  { voxelSize, noise, spread = 1.1 }: { voxelSize: number; noise: number; spread?: number },
): Float32Array {
  const random = seededRandom();
  return mapOfAtoms(HELICES.flatMap(atomsOf), { size, voxelSize, spread, noise: () => noise * (random() - 0.5) });
}

function atomsOf({ middle, along, across }: (typeof HELICES)[number]): Triple[] {
  const axis = unit(along);
  const dot = axis[0] * across[0] + axis[1] * across[1] + axis[2] * across[2];
  const u = unit([across[0] - dot * axis[0], across[1] - dot * axis[1], across[2] - dot * axis[2]]);
  const v: Triple = [axis[1] * u[2] - axis[2] * u[1], axis[2] * u[0] - axis[0] * u[2], axis[0] * u[1] - axis[1] * u[0]];
  const atoms: Triple[] = [];
  for (let residue = 0; residue < RESIDUES; residue++) {
    for (const [radius, azimuth, height] of RESIDUE) {
      const angle = ((100 * residue + azimuth) * Math.PI) / 180;
      const z = 1.5 * (residue - (RESIDUES - 1) / 2) + height;
      const [c, s] = [radius * Math.cos(angle), radius * Math.sin(angle)];
      const part = (k: 0 | 1 | 2) => middle[k] + c * u[k] + s * v[k] + z * axis[k];
      atoms.push([part(0), part(1), part(2)]);
    }
  }
  return atoms;
}

function unit([x, y, z]: Triple): Triple {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

/** The same values with axes in another order and some turned around. @param order which old axis becomes x, y, z */
export function reoriented(
  values: Float32Array,
  box: Triple,
  { order, flips }: { order: Triple; flips: readonly [boolean, boolean, boolean] },
): { values: Float32Array; box: Triple } {
  const size: Triple = [box[order[0]]!, box[order[1]]!, box[order[2]]!];
  const out = new Float32Array(values.length);
  const old = [0, 0, 0];
  let at = 0;
  for (let z = 0; z < size[2]; z++) {
    for (let y = 0; y < size[1]; y++) {
      for (let x = 0; x < size[0]; x++) {
        [x, y, z].forEach((index, axis) => {
          old[order[axis]!] = flips[axis] ? size[axis]! - 1 - index : index;
        });
        out[at++] = values[(old[2]! * box[1] + old[1]!) * box[0] + old[0]!]!;
      }
    }
  }
  return { values: out, box: size };
}
