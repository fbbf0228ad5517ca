import type { Arena, Kernel } from "../kernel.ts";
import { planeAddress, type TransformLayout } from "./layout.ts";
import { allocateShells, type ShellPartials, shellRows } from "./shells.ts";

interface AutocorrelationKernels {
  powerPlane(plane: number, halfRow: number, ny: number): void;
  shiftShells(
    rows: number,
    halfRow: number,
    nx: number,
    ny: number,
    nz: number,
    z: number,
    shells: number,
    sums: number,
    counts: number,
  ): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as AutocorrelationKernels;

type Layout = TransformLayout<"double">;

/** F ← |F|² in plane z. With the scale 1/(nx·ny·nz) the inverse is A[s] = Σ V[r]·V[r+s], the shift wrapping around the box. */
export function powerSpectrum(kernel: Kernel, layout: Layout, data: number, z: number): void {
  kernelsOf(kernel).powerPlane(planeAddress(layout, data, z), layout.hs, layout.ny);
}

/** Room for the shells of all shifts of a box, radii 0 to that of the farthest corner. */
export function allocateShiftShells(arena: Arena, { nx, ny, nz }: Layout): ShellPartials {
  const [x, y, z] = [Math.floor(nx / 2), Math.floor(ny / 2), Math.floor(nz / 2)];
  const farthest = Math.floor(Math.sqrt(z * z + y * y + x * x) + 0.5);
  return allocateShells(arena, { planes: nz, shells: farthest + 1 });
}

/** Adds the real values of plane z to the shells ⌊√(dz² + dy² + dx²) + ½⌋ of their wrapped shift, d = min(i, n − i), in voxels. */
export function sumShifts(kernel: Kernel, layout: Layout, data: number, z: number, partials: ShellPartials): void {
  const { sums, counts } = shellRows(partials, z);
  const { hs, nx, ny, nz } = layout;
  const rows = planeAddress(layout, data, z);
  kernelsOf(kernel).shiftShells(rows, hs, nx, ny, nz, z, partials.shells, sums, counts);
}
