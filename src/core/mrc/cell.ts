import { MapError } from "../errors.ts";
import type { Triple } from "../volume/grid.ts";
import { type AxisOrder, toSpatial } from "./axes.ts";
import type { MrcHeader } from "./header.ts";

/** A single particle sits in a box with right angles; a crystal's cell need not have any. */
export type CellShape = "orthogonal" | "crystal";

/** Å per voxel and where it came from: cell / M, cell / N where M is missing, or the caller. */
export interface VoxelSizeFinding {
  readonly voxelSize: Triple;
  readonly from: "sampling" | "box" | "given";
}

/** Å, position of voxel 0,0,0, and where it came from. */
export interface OriginFinding {
  readonly origin: Triple;
  readonly from: "origin" | "start" | "none";
}

/** Degrees; float32 angles that were computed are right angles to about this. */
const ANGLE_TOLERANCE = 1e-2;

/** Orthogonal where the three angles of CELLB are 90°, or all 0 as old programs wrote them. */
export function findCellShape(header: MrcHeader): CellShape {
  const { alpha, beta, gamma } = header.cellb;
  const angles = [alpha, beta, gamma];
  const unset = angles.every((angle) => angle === 0);
  return unset || angles.every((angle) => Math.abs(angle - 90) <= ANGLE_TOLERANCE) ? "orthogonal" : "crystal";
}

/**
 * Å per voxel along x, y, z = CELLA / M (MRC2014), with N in place of an M that is not positive; `given`, in Å, wins.
 *
 * `box` is in voxels along x, y, z. Throws `map.needsVoxelSize` where the cell is zero, negative or no number and none
 * is given, and `parameter.invalid` for a given size that is not a positive number.
 */
export function findVoxelSize(header: MrcHeader, box: Triple, given?: number): VoxelSizeFinding {
  if (given !== undefined) return { voxelSize: givenVoxelSize(given), from: "given" };
  const { cella, mx, my, mz } = header;
  const fromSampling = [mx, my, mz].every((m) => m > 0);
  const [nx, ny, nz] = fromSampling ? [mx, my, mz] : box;
  const voxelSize: Triple = [cella.x / nx, cella.y / ny, cella.z / nz];
  if (!voxelSize.every((size) => size > 0 && Number.isFinite(size))) throw needsVoxelSize(header);
  return { voxelSize, from: fromSampling ? "sampling" : "box" };
}

/**
 * The ORIGIN words where one of them is not zero, else NSTART × voxel size (Å, along x, y, z).
 * For a crystal the latter is along the cell's axes.
 */
export function findOrigin(header: MrcHeader, order: AxisOrder, voxelSize: Triple): OriginFinding {
  const { x, y, z } = header.origin;
  const words: Triple = [x, y, z];
  if (words.every(Number.isFinite) && words.some((word) => word !== 0)) return { origin: words, from: "origin" };
  const start = toSpatial(order, [header.nxstart, header.nystart, header.nzstart]);
  if (start.every((index) => index === 0)) return { origin: [0, 0, 0], from: "none" };
  return { origin: [start[0] * voxelSize[0], start[1] * voxelSize[1], start[2] * voxelSize[2]], from: "start" };
}

function givenVoxelSize(size: number): Triple {
  if (size > 0 && Number.isFinite(size)) return [size, size, size];
  throw new MapError("parameter.invalid", "The voxel size must be a positive number of Å. Give it again.", {
    name: "voxelSize",
    value: Number.isFinite(size) ? size : null,
  });
}

function needsVoxelSize(header: MrcHeader): MapError {
  const { x, y, z } = header.cella;
  return new MapError(
    "map.needsVoxelSize",
    "The header gives no usable cell, so the voxel size is unknown. Give the voxel size in Å.",
    {
      cella: [x, y, z].map((length) => (Number.isFinite(length) ? length : 0)),
      sampling: [header.mx, header.my, header.mz],
    },
  );
}
