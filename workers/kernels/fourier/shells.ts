import type { Arena, Kernel } from "../kernel.ts";

/**
 * Sums and counts by shell, one row of each for every plane (addresses of `planes`×`shells` float64). Each plane is filled by
 * whichever worker has it and overwritten as a whole, so the memory need not be cleared.
 */
export interface ShellPartials {
  readonly planes: number;
  readonly shells: number;
  readonly sums: number;
  readonly counts: number;
}

/** Totals by shell, index = shell radius. */
export interface ShellTotals {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;

/** Room for the partial sums of all planes, from the arena. */
export function allocateShells(arena: Arena, { planes, shells }: { planes: number; shells: number }): ShellPartials {
  const bytes = planes * shells * DOUBLE;
  return { planes, shells, sums: arena.allocate(bytes), counts: arena.allocate(bytes) };
}

/** Addresses of the rows of one plane. */
export function shellRows(partials: ShellPartials, plane: number): { readonly sums: number; readonly counts: number } {
  const offset = plane * partials.shells * DOUBLE;
  return { sums: partials.sums + offset, counts: partials.counts + offset };
}

/** Adds the planes up in their order, whoever filled them. Allocates the totals. */
export function combineShells(kernel: Kernel, { planes, shells, sums, counts }: ShellPartials): ShellTotals {
  return { sums: addRows(kernel, sums, { planes, shells }), counts: addRows(kernel, counts, { planes, shells }) };
}

function addRows(kernel: Kernel, address: number, { planes, shells }: { planes: number; shells: number }) {
  const rows = new Float64Array(kernel.memory.buffer, address, planes * shells);
  const totals = new Float64Array(shells);
  for (let index = 0; index < rows.length; index++) totals[index % shells]! += rows[index]!;
  return totals;
}
