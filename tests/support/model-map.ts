import type { Triple } from "../../src/core/volume/grid.ts";

/** Atoms as Gaussians in a cube about the origin, x fastest, with noise. @param spread of an atom, Å */
export function mapOfAtoms(
  atoms: readonly Triple[],
  { size, voxelSize, spread, noise }: { size: number; voxelSize: number; spread: number; noise: () => number },
): Float32Array {
  const values = Float32Array.from({ length: size ** 3 }, noise);
  const reach = Math.ceil((3.5 * spread) / voxelSize);
  for (const atom of atoms) {
    const at = atom.map((part) => part / voxelSize + (size - 1) / 2);
    const [x0, y0, z0] = at.map(Math.round) as [number, number, number];
    for (let z = z0 - reach; z <= z0 + reach; z++) {
      for (let y = y0 - reach; y <= y0 + reach; y++) {
        for (let x = x0 - reach; x <= x0 + reach; x++) {
          const squared = ((x - at[0]!) ** 2 + (y - at[1]!) ** 2 + (z - at[2]!) ** 2) * voxelSize ** 2;
          values[(z * size + y) * size + x]! += Math.exp(-squared / (2 * spread * spread));
        }
      }
    }
  }
  return values;
}

/** Strand atoms along the strand (Å), above the sheet, and to the side the peptide's oxygen points: N, CA, C, O, CB. */
const STRAND_RESIDUE = [
  [-1.2, 0.35, 0],
  [0, 0.85, 0],
  [1.2, 0.35, 0],
  [1.3, 0.1, 1.23],
  [0, 2.35, 0.1],
] as const;
const RISE = 3.35;
const STRANDS_APART = 4.8;
const SHEETS_APART = 10;

/** Sheets of antiparallel strands in layers, flat: side chains above and below in turns, oxygens to either side. */
export function betaSheets({
  sheets,
  strands,
  residues,
}: {
  sheets: number;
  strands: number;
  residues: number;
}): Triple[] {
  const middle = (index: number, count: number) => index - (count - 1) / 2;
  const places = (count: number) => Array.from({ length: count }, (_, i) => i);
  return places(sheets).flatMap((sheet) =>
    places(strands).flatMap((strand) =>
      places(residues).flatMap((residue) => {
        const way = strand % 2 === 0 ? 1 : -1;
        const face = residue % 2 === 0 ? 1 : -1;
        return STRAND_RESIDUE.map(
          ([along, above, aside]): Triple => [
            way * (RISE * middle(residue, residues) + along),
            STRANDS_APART * middle(strand, strands) + way * face * aside,
            SHEETS_APART * middle(sheet, sheets) + face * above,
          ],
        );
      }),
    ),
  );
}

/**
 * One strand of A-RNA: cylinder radius (Å), azimuth (degrees) and height (Å) of a nucleotide, about as in the fibre model of A-RNA, with
 * points in the plane of the pair for the base: P, O1P, O2P, O5', C5', C4', C3', O3', C2', O2', C1', base.
 */
const NUCLEOTIDE = [
  [8.71, 70.5, -3.75],
  [9.59, 71.7, -4.9],
  [8.83, 78.9, -3.0],
  [8.95, 61.5, -2.9],
  [9.6, 57.0, -1.7],
  [9.6, 48.0, -1.9],
  [8.8, 47.0, -3.1],
  [9.4, 51.5, -4.3],
  [8.9, 37.5, -2.8],
  [9.9, 32.5, -2.6],
  [8.9, 36.5, -1.3],
  [7.5, 35.0, -0.8],
  [6.9, 44.0, -0.6],
  [5.6, 40.0, -0.3],
  [4.9, 27.0, -0.1],
  [5.7, 14.0, -0.1],
  [6.8, 23.0, -0.5],
  [3.7, 56.0, 0.1],
  [2.9, 24.0, 0.2],
  [4.2, 5.0, 0.2],
] as const;
const TWIST = 32.7;
const PAIR_RISE = 2.81;

/** An ideal A-form duplex about the line through `place` along z: 11 pairs a turn of 30.9 Å, right-handed. */
export function rnaDuplex(pairs: number, [x, y]: readonly [number, number] = [0, 0]): Triple[] {
  return Array.from({ length: pairs }, (_, pair) => pair).flatMap((pair) =>
    ([1, -1] as const).flatMap((strand) =>
      NUCLEOTIDE.map(([radius, azimuth, height]): Triple => {
        // The second strand is the first turned by half about an axis across: azimuth and height change sign.
        const angle = ((TWIST * pair + strand * azimuth) * Math.PI) / 180;
        const z = PAIR_RISE * (pair - (pairs - 1) / 2) + strand * height;
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle), z];
      }),
    ),
  );
}
