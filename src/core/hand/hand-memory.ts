import { type Grid, voxelCount } from "../volume/grid.ts";
import { cutBox, type HandGrid, planHandGrid, type Span, searchBox } from "./hand-grid.ts";

/** Bytes a voxel: a spectrum in double precision with its padding, and a volume of values. */
const SPECTRUM = 8.3;
const VALUES = 4;
/** The most kernel memory that the search may take, bytes: with all else, a box of 512³ voxels stays within 4 GiB. */
export const MOST_HAND_BYTES = 1.5 * 2 ** 30;
/** What a molecule that does not fit loses at a time, at both ends of each axis. */
const TRIM = 0.01;

/**
 * Kernel memory of the search on a grid, bytes: the distances to the molecule and one spectrum, and with them at first the
 * spectrum of the cut, then two volumes of values.
 */
export function handBytes(grid: HandGrid): number {
  const [search, cut] = [voxelCount(searchBox(grid)), voxelCount(cutBox(grid))];
  return (VALUES + SPECTRUM) * search + Math.max(SPECTRUM * cut, 2 * VALUES * search);
}

/** The most kernel memory that the hand of a map can take, bytes: that of a molecule which fills the box. */
export function mostHandBytes(grid: Pick<Grid, "box" | "voxelSize">): number {
  const whole = (axis: 0 | 1 | 2): Span => [0, grid.box[axis] - 1];
  return Math.min(MOST_HAND_BYTES, handBytes(planHandGrid(grid, [whole(0), whole(1), whole(2)])));
}

/** What of the molecule can be searched within {@link MOST_HAND_BYTES}: all of it, or its middle. */
export function fittingExtent(
  grid: Pick<Grid, "voxelSize">,
  extent: readonly [Span, Span, Span],
): readonly [Span, Span, Span] {
  let fitting = extent;
  while (handBytes(planHandGrid(grid, fitting)) > MOST_HAND_BYTES) {
    fitting = [trimmed(fitting[0]), trimmed(fitting[1]), trimmed(fitting[2])];
  }
  return fitting;
}

function trimmed([first, last]: Span): Span {
  const off = Math.ceil(TRIM * (last - first));
  return [first + off, last - off];
}
