import type { Cancellation } from "../cancellation.ts";
import type { Volume } from "../volume/grid.ts";
import { CELL_TRIANGLES } from "./cell-triangles.ts";
import { EdgeVertices } from "./edge-vertices.ts";
import type { Surface } from "./surface.ts";
import { SurfaceBuilder } from "./surface-builder.ts";

/**
 * The isosurface of a map by marching cubes, with the inside where the value is at least the level, as for the masks.
 * Vertices lie on the lines between neighbouring voxels, by linear interpolation, and are shared; normals are the
 * map's gradient by central differences. The surface is closed: outside the box counts as outside the surface, so what
 * the box cuts is capped flat on its outermost voxel centres (ChimeraX caps it too). Nothing is smoothed or left out.
 *
 * Allocates the result, which is the caller's, and about 40 bytes a voxel of one plane; the volume is only read. Empty
 * arrays where no voxel reaches the level. A voxel exactly at the level gives triangles without area.
 */
export function extractSurface(volume: Volume, level: number): Surface {
  return extractSurfaceWithin(volume, level, { mostTriangles: Infinity })!;
}

/**
 * The isosurface as {@link extractSurface} has it, or `null` as soon as it has more than `mostTriangles`; `cancellation`
 * is asked once a layer. Allocates the result, which is the caller's.
 */
export function extractSurfaceWithin(
  volume: Volume,
  level: number,
  { mostTriangles, cancellation }: { mostTriangles: number; cancellation?: Cancellation },
): Surface | null {
  const [nx, ny, nz] = volume.grid.box;
  const builder = new SurfaceBuilder();
  const vertices = new EdgeVertices(volume, level, builder);
  // One layer of outside voxels around the box closes the surface; planes and rows are counted from it.
  const width = nx + 2;
  let lower = new Uint8Array(width * (ny + 2));
  let upper = new Uint8Array(width * (ny + 2));
  for (let z = -1; z < nz; z++) {
    [lower, upper] = [upper, lower];
    markInside(volume, { z: z + 1, level, plane: upper });
    vertices.startLayer(z);
    for (let y = -1; y < ny; y++) addRow({ y, width, lower, upper, vertices, builder });
    if (builder.triangleCount > mostTriangles) return null;
    cancellation?.throwIfAborted();
  }
  return builder.finish();
}

/** 1 where the voxel is inside, in a plane with one column and row more on each side; these stay 0. */
function markInside(
  { grid, voxels }: Volume,
  { z, level, plane }: { z: number; level: number; plane: Uint8Array },
): void {
  const [nx, ny, nz] = grid.box;
  if (z === nz) {
    plane.fill(0);
    return;
  }
  for (let y = 0; y < ny; y++) {
    let source = (z * ny + y) * nx;
    let target = (y + 1) * (nx + 2) + 1;
    for (const end = source + nx; source < end; ) plane[target++] = voxels[source++]! >= level ? 1 : 0;
  }
}

interface CellRow {
  readonly y: number;
  readonly width: number;
  readonly lower: Uint8Array;
  readonly upper: Uint8Array;
  readonly vertices: EdgeVertices;
  readonly builder: SurfaceBuilder;
}

/** Every cell between two rows of two planes; the four corners it shares with the cell before are carried along. */
function addRow({ y, width, lower, upper, vertices, builder }: CellRow): void {
  const row = (y + 1) * width;
  let corners = 0;
  for (let x = 0; x < width; x++) {
    const i = row + x;
    const ahead = (lower[i]! << 1) | (lower[i + width]! << 3) | (upper[i]! << 5) | (upper[i + width]! << 7);
    corners = ((corners >> 1) & 0x55) | ahead;
    if (corners === 0 || corners === 255 || x === 0) continue;
    for (const edge of CELL_TRIANGLES[corners]!) builder.addCorner(vertices.at(edge, x - 2, y));
  }
}
