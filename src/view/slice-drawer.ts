import type { Axis } from "../core/volume/grid.ts";
import type { SliceLook } from "./slice-look.ts";

/** Draws slices of one map in display orientation. It owns what it draws with until `dispose`. */
export interface SliceDrawer {
  /** A slice as a picture of about this many pixels that it fills from edge to edge. Allocates. */
  picture(axis: Axis, index: number, size: { readonly width: number; readonly height: number }): HTMLCanvasElement;
  /** Changes the colours of the pictures that follow. */
  show(look: SliceLook): void;
  dispose(): void;
}
