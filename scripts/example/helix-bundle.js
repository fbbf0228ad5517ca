import { add, cosSin, cross, norm, unit } from "./arithmetic.js";

/** @typedef {import("./arithmetic.js").Point} Point */
/** @typedef {{ position: Point, weight: number }} Atom Å, and electrons or what stands for them */

/** Axes in Å, x y z of the N-terminal end and of the other, in the order of the chain: three layers that cross, and two helices over the top. */
const AXES = [
  [-25, -10, -14, -14, -10, 15],
  [-5, -9, 19, -17, -11, -19],
  [-8, -10, -22, 5, -9, 18],
  [14, -10, 13, 2, -9, -20],
  [13, -11, -15, 22, -9, 16],
  [20, 1, 15, 9, -1, -20],
  [-1, 1, -21, 8, 0, 18],
  [-3, 0, 17, -9, 1, -17],
  [-19, 0, -19, -15, -1, 13],
  [-24, 9, 15, -9, 10, -18],
  [1, 10, -19, -12, 9, 17],
  [-2, 11, 19, 11, 10, -14],
  [20, 9, -9, 9, 11, 19],
  [12, 7, 27, -16, 2, 24],
  [-11, -9, 26, 15, -6, 25],
];

/**
 * One residue of an ideal right-handed α-helix (φ −62°, ψ −42°, L-amino acids): radius in Å, angle in degrees and height in Å about the
 * axis, relative to Cα. The next residue is 100° further counter-clockwise, seen from the C-terminus, and 1.5 Å higher.
 */
const HELIX_ATOMS = [
  { weight: 7, radius: 1.52, angle: -26.4, height: -0.88 }, // N
  { weight: 6, radius: 2.29, angle: 0, height: 0 }, // Cα
  { weight: 6, radius: 1.69, angle: 27.4, height: 1.02 }, // C
  { weight: 8, radius: 2.01, angle: 22.2, height: 2.15 }, // O
  { weight: 6, radius: 3.34, angle: 16.3, height: -0.73 }, // Cβ
];
const RISE = 1.5;
const TWIST = 100;

/** A helix along an axis, N-terminus at its start: backbone, Cβ, and side-chain atoms beyond Cβ. @param {{ start: Point, end: Point }} axis @returns {Atom[]} */
export function helix({ start, end }) {
  const along = add(end, start, -1);
  const [z, residues] = [unit(along), Math.floor(norm(along) / RISE)];
  const x = unit(cross(z, [0.6, 0.64, 0.48]));
  const y = cross(z, x);
  /** @type {(atom: { radius: number, angle: number, height: number }, residue: number) => Point} */
  const place = ({ radius, angle, height }, residue) => {
    const [cos, sin] = cosSin(angle + TWIST * residue);
    return add(add(add(start, z, height + RISE * residue), x, radius * cos), y, radius * sin);
  };
  const atoms = [];
  for (let residue = 0; residue < residues; residue++) {
    for (const atom of HELIX_ATOMS) atoms.push({ position: place(atom, residue), weight: atom.weight });
    atoms.push(...sideChain(place(HELIX_ATOMS[1], residue), place(HELIX_ATOMS[4], residue), residue));
  }
  return atoms;
}

/** No to three carbons beyond Cβ, in the direction Cα → Cβ. @param {Point} alpha @param {Point} beta @param {number} residue @returns {Atom[]} */
function sideChain(alpha, beta, residue) {
  const direction = unit(add(beta, alpha, -1));
  const length = [2, 0, 3, 1, 1, 2, 0][residue % 7];
  return Array.from({ length }, (_, i) => ({ position: add(beta, direction, 1.25 * (i + 1)), weight: 6 }));
}

/** A loop: backbone atoms every 1.3 Å on a parabola that leaves one helix and enters the next. @param {Point} from @param {Point} to @param {Point} apex @returns {Atom[]} */
function loop(from, to, apex) {
  const atoms = [];
  const count = Math.ceil((norm(add(apex, from, -1)) + norm(add(to, apex, -1))) / 1.5);
  for (let i = 1; i < count; i++) {
    const t = i / count;
    const position = add(add(add([0, 0, 0], from, (1 - t) * (1 - t)), apex, 2 * t * (1 - t)), to, t * t);
    atoms.push({ position, weight: [7, 6, 6][i % 3] });
    if (i % 3 === 2)
      atoms.push({ position: add(position, unit(cross(add(to, from, -1), add(apex, from, -1))), 1.23), weight: 8 });
  }
  return atoms;
}

/** The whole chain, the middle of its extent at the origin. @returns {Atom[]} */
export function helixBundle() {
  const axes = AXES.map(([a, b, c, d, e, f]) => ({
    start: /** @type {Point} */ ([a, b, c]),
    end: /** @type {Point} */ ([d, e, f]),
  }));
  const atoms = axes.flatMap((axis, i) => {
    const next = axes[i + 1];
    if (!next) return helix(axis);
    const halfway = add(add([0, 0, 0], axis.end, 0.5), next.start, 0.5);
    return [...helix(axis), ...loop(axis.end, next.start, add(halfway, unit(add(axis.end, axis.start, -1)), 6))];
  });
  const centre = middle(atoms.map((atom) => atom.position));
  return atoms.map(({ position, weight }) => ({ position: add(position, centre, -1), weight }));
}

/** Middle of the extent along each axis. @param {Point[]} positions @returns {Point} */
function middle(positions) {
  const [x, y, z] = [0, 1, 2].map((axis) => {
    const along = positions.map((position) => position[axis]);
    return (Math.min(...along) + Math.max(...along)) / 2;
  });
  return [x, y, z];
}
