import type { Triple } from "../volume/grid.ts";
import type { SymmetricMatrix } from "./eigen-system.ts";

/** A smoothed map on the search grid: float32, x fastest; `spacing` in Å. The box is periodic. */
export interface SearchVolume {
  readonly box: Triple;
  readonly spacing: Triple;
  readonly values: Float32Array;
}

/** Second derivatives at a voxel by central differences, per Å². */
export function hessianAt({ box, spacing, values }: SearchVolume, x: number, y: number, z: number): SymmetricMatrix {
  const [nx, ny, nz] = box;
  const [hx, hy, hz] = spacing;
  const [left, right] = [(x + nx - 1) % nx, (x + 1) % nx];
  const rows = [(y + ny - 1) % ny, y, (y + 1) % ny].map((row) => row * nx) as [number, number, number];
  const planes = [(z + nz - 1) % nz, z, (z + 1) % nz].map((plane) => plane * nx * ny) as [number, number, number];
  const [below, middle, above] = planes;
  const [front, here, back] = rows;
  const twice = 2 * values[middle + here + x]!;
  const mixed = (a: number, b: number, c: number, d: number) => (values[a]! + values[b]! - values[c]! - values[d]!) / 4;
  return {
    xx: (values[middle + here + left]! + values[middle + here + right]! - twice) / (hx * hx),
    yy: (values[middle + front + x]! + values[middle + back + x]! - twice) / (hy * hy),
    zz: (values[below + here + x]! + values[above + here + x]! - twice) / (hz * hz),
    xy: mixed(middle + back + right, middle + front + left, middle + front + right, middle + back + left) / (hx * hy),
    xz: mixed(above + here + right, below + here + left, above + here + left, below + here + right) / (hx * hz),
    yz: mixed(above + back + x, below + front + x, above + front + x, below + back + x) / (hy * hz),
  };
}

/** √(λ₁λ₂) − |λ₃| of a Hessian with λ₁ ≤ λ₂ < 0, else 0: large on the axis of a rod. @param values ascending */
export function tubeness([first, second, third]: Triple): number {
  if (second >= 0) return 0;
  return Math.max(0, Math.sqrt(first * second) - Math.abs(third));
}

const SPLITTER = 2 ** 33 + 1;

/** The 20 leading bits (Veltkamp's split): values that only rounding tells apart become equal. */
export function leadingBits(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}
