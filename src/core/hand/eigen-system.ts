import type { Triple } from "../volume/grid.ts";

/** A symmetric 3×3 matrix. */
export interface SymmetricMatrix {
  readonly xx: number;
  readonly yy: number;
  readonly zz: number;
  readonly xy: number;
  readonly xz: number;
  readonly yz: number;
}

/** Eigenvalues, ascending, and their unit eigenvectors; the sign of a vector has no meaning. */
export interface EigenSystem {
  readonly values: Triple;
  readonly vectors: readonly [Triple, Triple, Triple];
}

const PAIRS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;
const MOST_SWEEPS = 12;

/** By Jacobi's rotations (Golub & Van Loan, Matrix Computations, 8.5), to the last bits. Allocates. */
export function eigenSystem({ xx, yy, zz, xy, xz, yz }: SymmetricMatrix): EigenSystem {
  const a = [
    [xx, xy, xz],
    [xy, yy, yz],
    [xz, yz, zz],
  ];
  const v = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const size = Math.abs(xx) + Math.abs(yy) + Math.abs(zz) + Math.abs(xy) + Math.abs(xz) + Math.abs(yz);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    const off = Math.abs(a[0]![1]!) + Math.abs(a[0]![2]!) + Math.abs(a[1]![2]!);
    if (off <= size * Number.EPSILON) break;
    for (const [p, q] of PAIRS) rotate(a, v, p, q);
  }
  const order = [0, 1, 2].sort((i, j) => a[i]![i]! - a[j]![j]!);
  const value = (i: number) => a[order[i]!]![order[i]!]!;
  const vector = (i: number): Triple => [v[0]![order[i]!]!, v[1]![order[i]!]!, v[2]![order[i]!]!];
  return { values: [value(0), value(1), value(2)], vectors: [vector(0), vector(1), vector(2)] };
}

/** Makes a[p][q] zero. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const off = a[p]![q]!;
  if (off === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const row of a) turn(row, p, q, c, s);
  const [ap, aq] = [a[p]!, a[q]!];
  for (let k = 0; k < 3; k++) {
    const [x, y] = [ap[k]!, aq[k]!];
    ap[k] = c * x - s * y;
    aq[k] = s * x + c * y;
  }
  for (const row of v) turn(row, p, q, c, s);
}

function turn(row: number[], p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p]!, row[q]!];
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}
