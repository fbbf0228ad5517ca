import type { Triple } from "../../src/core/volume/grid.ts";
import type { ComputeMember, JobContext } from "../job.ts";
import { loadPlane, type Plane, planeBytes } from "../kernels/voxels/plane.ts";
import { type MemberScratch, scratchOf } from "./phase.ts";
import { allocateScratch } from "./scratch.ts";

/** Where a phase finds a map: its name in the volume store and, for each member, room for one plane of it. */
export interface MapPlanes {
  readonly id: string;
  readonly box: Triple;
  readonly planes: MemberScratch;
}

/** A map and a mask of the same box, with room for a plane of each. */
export interface MaskedPlanes extends MapPlanes {
  readonly maskId: string;
  readonly maskPlanes: MemberScratch;
}

/** A map as phases read it; its scratch is the arena's, which gives it back when the job ends. */
export function planesOf(context: JobContext, { id, grid }: { id: string; grid: { box: Triple } }): MapPlanes {
  return { id, box: grid.box, planes: allocateScratch(context, planeBytes(grid.box)) };
}

/** {@link planesOf} with the mask of the map. The mask must have the map's box. */
export function maskedPlanesOf(
  context: JobContext,
  map: { id: string; grid: { box: Triple } },
  mask: { id: string },
): MaskedPlanes {
  const [nx, ny] = map.grid.box;
  return { ...planesOf(context, map), maskId: mask.id, maskPlanes: allocateScratch(context, nx * ny) };
}

/** Copies plane z of the map to the member's own room. */
export function mapPlane(member: ComputeMember, { id, box, planes }: MapPlanes, z: number): Plane {
  return loadPlane(member.kernel, member.volumes.voxels(id), { box, z, address: scratchOf(member, planes) });
}

/** Copies plane z of the mask to the member's own room; returns its address. */
export function maskPlane(member: ComputeMember, { maskId, box, maskPlanes }: MaskedPlanes, z: number): number {
  const count = box[0] * box[1];
  const address = scratchOf(member, maskPlanes);
  const bytes = member.volumes.mask(maskId).subarray(z * count, (z + 1) * count);
  new Uint8Array(member.kernel.memory.buffer, address, count).set(bytes);
  return address;
}
