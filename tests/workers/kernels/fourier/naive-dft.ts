import { type Triple, voxelCount } from "../../../../src/core/volume/grid.ts";

/** Complex values on a full grid, x fastest. */
export interface ComplexGrid {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** The transform by its definition, Σ V e^(∓2πi jk/n) along one axis after the other, in double precision; no fast algorithm. */
export function naiveDft(grid: ComplexGrid, [nx, ny, nz]: Triple, direction: "forward" | "inverse"): ComplexGrid {
  const alongX = transformAxis(grid, { n: nx, stride: 1, direction });
  const alongY = transformAxis(alongX, { n: ny, stride: nx, direction });
  return transformAxis(alongY, { n: nz, stride: nx * ny, direction });
}

interface AxisOfGrid {
  readonly n: number;
  readonly stride: number;
  readonly direction: "forward" | "inverse";
}

function transformAxis({ re, im }: ComplexGrid, { n, stride, direction }: AxisOfGrid): ComplexGrid {
  const sign = direction === "forward" ? -1 : 1;
  const angles = Array.from({ length: n }, (_, k) => (sign * 2 * Math.PI * k) / n);
  const result = { re: new Float64Array(re.length), im: new Float64Array(im.length) };
  for (let index = 0; index < re.length; index++) {
    const k = Math.floor(index / stride) % n;
    const start = index - k * stride;
    for (let j = 0; j < n; j++) {
      const angle = angles[(j * k) % n]!;
      const [a, b] = [re[start + j * stride]!, im[start + j * stride]!];
      result.re[index]! += a * Math.cos(angle) - b * Math.sin(angle);
      result.im[index]! += a * Math.sin(angle) + b * Math.cos(angle);
    }
  }
  return result;
}

/** Real values as a complex grid. */
export function complexGrid(values: ArrayLike<number>): ComplexGrid {
  return { re: Float64Array.from(values), im: new Float64Array(values.length) };
}

/** The half of a full spectrum that the kernels keep: kx = 0…⌊nx/2⌋. */
export function halfOf({ re, im }: ComplexGrid, [nx, ny, nz]: Triple): ComplexGrid {
  const kept = (values: Float64Array) => values.filter((_, index) => index % nx <= nx / 2);
  const half = { re: kept(re), im: kept(im) };
  if (half.re.length !== voxelCount([Math.floor(nx / 2) + 1, ny, nz])) throw new Error("not a grid of this box");
  return half;
}
