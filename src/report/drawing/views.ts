import type { Triple } from "../../core/volume/grid.ts";

/** How a body is looked at: the directions, in x, y, z of the map, that go right, up and towards the viewer. */
export interface View {
  readonly right: Triple;
  readonly up: Triple;
  readonly toward: Triple;
}

/**
 * ChimeraX's `turn` by (0, −90, −90), (−90, 0, −90) and (0, 0, 0) degrees about the screen's x, y, z, in this order, as
 * VRS shows every map. They are the orientations of the slices across x, y and z.
 */
export const CHIMERAX_VIEWS: readonly [View, View, View] = [
  { right: [0, 1, 0], up: [0, 0, 1], toward: [1, 0, 0] },
  { right: [0, 0, 1], up: [-1, 0, 0], toward: [0, -1, 0] },
  { right: [1, 0, 0], up: [0, 1, 0], toward: [0, 0, 1] },
];
