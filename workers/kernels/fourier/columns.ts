import type { Kernel } from "../kernel.ts";
import { elementBytes, type TransformLayout } from "./layout.ts";

type Columns = (plan: number, re: number, im: number, stride: number, vectors: number, scratch: number) => void;

interface ColumnKernels {
  readonly columnsSingle: Columns;
  readonly columnsDouble: Columns;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as ColumnKernels;

export type Direction = "forward" | "inverse";

/** Along y of one plane. */
export function transformPlaneColumns(
  kernel: Kernel,
  { layout, y }: { readonly layout: TransformLayout; readonly y: number },
  {
    plane,
    scratch,
    direction,
    columns = layout.hs,
  }: { plane: number; scratch: number; direction: Direction; columns?: number },
): void {
  transformColumns(kernel, layout, { plan: y, start: plane, pitch: layout.rowPitch, scratch, direction, columns });
}

/** Along z of row y of all planes. */
export function transformDepth(
  kernel: Kernel,
  { layout, z }: { readonly layout: TransformLayout; readonly z: number },
  { data, scratch, y, direction, columns = layout.hs }: DepthPass,
): void {
  const start = data + y * layout.rowPitch * elementBytes(layout.precision);
  transformColumns(kernel, layout, { plan: z, start, pitch: layout.planePitch, scratch, direction, columns });
}

interface DepthPass {
  readonly data: number;
  readonly scratch: number;
  readonly y: number;
  readonly direction: Direction;
  readonly columns?: number;
}

interface ColumnPass {
  readonly plan: number;
  /** Address of the row that holds the first position of all columns. */
  readonly start: number;
  /** Elements from one position to the next. */
  readonly pitch: number;
  readonly scratch: number;
  readonly direction: Direction;
  /** How many, from the first. */
  readonly columns: number;
}

/** Columns of one row's width; the inverse is the forward transform with real and imaginary parts exchanged. */
function transformColumns(
  kernel: Kernel,
  { precision, hs }: TransformLayout,
  { plan, start, pitch, scratch, direction, columns: count }: ColumnPass,
): void {
  const { columnsSingle, columnsDouble } = kernelsOf(kernel);
  const columns = precision === "single" ? columnsSingle : columnsDouble;
  const bytes = elementBytes(precision);
  const imaginary = start + hs * bytes;
  const [re, im] = direction === "forward" ? [start, imaginary] : [imaginary, start];
  columns(plan, re, im, pitch * bytes, Math.ceil((count * bytes) / 16), scratch);
}
