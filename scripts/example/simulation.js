import { exp, rms, uniformNoise } from "./arithmetic.js";
import { filter, SIZE } from "./fourier-filter.js";
import { helixBundle } from "./helix-bundle.js";

/** @typedef {import("./helix-bundle.js").Atom} Atom */

/** Voxels along each side; the simulation is larger, so that its periodic noise does not continue from face to face. */
export const BOX = 112;
/** Å. */
export const VOXEL_SIZE = 1.06;
/** Map values are multiples of this. The noise spans about fifty of them, which is why the file compresses. */
const QUANTUM = 1 / 1024;

const NOISE_STD = 12 * QUANTUM;
/** The rms of the densest voxels, about the volume of the molecule, in units of {@link NOISE_STD}. */
const SIGNAL_TO_NOISE = 9.5;
const DENSEST_VOXELS = 30_000;
/** Å². The noise of a reconstruction falls off more slowly than its signal. */
const ATOM_B_FACTOR = 80;
const NOISE_B_FACTOR = 45;
/** Å. The low-pass is half-way down at 3.5 Å. */
const BAND = { voxelSize: VOXEL_SIZE, pass: 3.7, stop: 3.3 };

/** The bundle in solvent, with noise everywhere, cut to the box and rounded to {@link QUANTUM}. @returns {Float32Array} BOX³ map values, x fastest */
export function exampleVoxels() {
  const molecule = splat(helixBundle());
  // Solvent as a blurred negative of the molecule, with 0.3 of its density.
  filter(molecule, (s2) => 1 - 0.3 * exp((-200 * s2) / 4), BAND);
  const noise = Float64Array.from(molecule, uniformNoise(3_500_106));
  filter(noise, (s2) => exp((-NOISE_B_FACTOR * s2) / 4), BAND);

  const densest = Float64Array.from(molecule).sort().subarray(-DENSEST_VOXELS);
  const moleculeScale = (SIGNAL_TO_NOISE * NOISE_STD) / rms(densest);
  const noiseScale = NOISE_STD / rms(noise);
  const margin = (SIZE - BOX) / 2;
  const voxels = new Float32Array(BOX ** 3);
  for (let voxel = 0; voxel < voxels.length; voxel++) {
    const [x, y, z] = [voxel % BOX, Math.floor(voxel / BOX) % BOX, Math.floor(voxel / (BOX * BOX))];
    const source = ((z + margin) * SIZE + y + margin) * SIZE + x + margin;
    voxels[voxel] = Math.round((moleculeScale * molecule[source] + noiseScale * noise[source]) / QUANTUM) * QUANTUM;
  }
  return voxels;
}

/** Gaussian atoms, w·exp(−4π²r²/B), in a cube of SIZE voxels a side, the origin at its centre, x fastest. @param {Atom[]} atoms */
function splat(atoms) {
  const volume = new Float64Array(SIZE ** 3);
  for (const { position, weight } of atoms) {
    const [x, y, z] = position.map((p) => gaussian(p / VOXEL_SIZE + SIZE / 2));
    for (let k = 0; k < z.values.length; k++)
      for (let j = 0; j < y.values.length; j++)
        for (let i = 0; i < x.values.length; i++) {
          const voxel = ((z.first + k) * SIZE + y.first + j) * SIZE + x.first + i;
          volume[voxel] += weight * z.values[k] * y.values[j] * x.values[i];
        }
  }
  return volume;
}

/** One axis of an atom: its Gaussian at the voxels within 5 Å. @param {number} centre voxels */
function gaussian(centre) {
  const first = Math.ceil(centre - 5 / VOXEL_SIZE);
  const values = [];
  for (let i = first; i <= centre + 5 / VOXEL_SIZE; i++) {
    const distance = (i - centre) * VOXEL_SIZE;
    values.push(exp((-4 * Math.PI * Math.PI * distance * distance) / ATOM_B_FACTOR));
  }
  return { first, values };
}
