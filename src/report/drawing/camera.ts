import type { Surface } from "../../core/surface/surface.ts";
import type { Triple } from "../../core/volume/grid.ts";
import type { View } from "./views.ts";

/** The part of space a picture shows, in Å: a cube, so that every view of a body has one scale. */
export interface Frame {
  readonly centre: Triple;
  /** From the centre to the edge of a square picture. */
  readonly half: number;
}

/** Room between the body and the edge of the picture, of the half width. */
const MARGIN = 1.05;

/** The frame of a surface: around the middle of its extent, as large as its largest extent. `null` if it is empty. */
export function frameOf({ positions }: Surface, voxelSize: Triple): Frame | null {
  if (positions.length === 0) return null;
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i]! * voxelSize[i % 3]!;
    if (position < low[i % 3]!) low[i % 3] = position;
    if (position > high[i % 3]!) high[i % 3] = position;
  }
  const middle = (axis: number) => (low[axis]! + high[axis]!) / 2;
  const extent = Math.max(...high.map((end, axis) => end - low[axis]!));
  return { centre: [middle(0), middle(1), middle(2)], half: (MARGIN * Math.max(extent, Number.EPSILON)) / 2 };
}

/** Where and how the vertices of a surface are seen; x right, y up, z towards the viewer. */
export interface SeenVertices {
  /** x in pixels from the left edge, y in pixels from the top edge, z in pixels towards the viewer from the centre. */
  readonly positions: Float32Array;
  /** Unit vectors: right, up, towards the viewer. */
  readonly normals: Float32Array;
}

/** Parallel projection of the frame onto a square of `size` pixels. Allocates. */
export function project(
  surface: Surface,
  { view, frame, voxelSize, size }: { view: View; frame: Frame; voxelSize: Triple; size: number },
): SeenVertices {
  const scale = size / (2 * frame.half);
  const positions = new Float32Array(surface.positions.length);
  const normals = new Float32Array(surface.normals.length);
  for (let i = 0; i < positions.length; i += 3) {
    const x = surface.positions[i]! * voxelSize[0] - frame.centre[0];
    const y = surface.positions[i + 1]! * voxelSize[1] - frame.centre[1];
    const z = surface.positions[i + 2]! * voxelSize[2] - frame.centre[2];
    positions[i] = size / 2 + scale * along(view.right, x, y, z);
    positions[i + 1] = size / 2 - scale * along(view.up, x, y, z);
    positions[i + 2] = scale * along(view.toward, x, y, z);
    const [nx, ny, nz] = [surface.normals[i]!, surface.normals[i + 1]!, surface.normals[i + 2]!];
    normals[i] = along(view.right, nx, ny, nz);
    normals[i + 1] = along(view.up, nx, ny, nz);
    normals[i + 2] = along(view.toward, nx, ny, nz);
  }
  return { positions, normals };
}

function along(direction: Triple, x: number, y: number, z: number): number {
  return direction[0] * x + direction[1] * y + direction[2] * z;
}
