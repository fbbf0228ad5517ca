import { type EnergyRegion, edgeTaper, planRegion, type Span } from "../../src/core/local-resolution/region.ts";
import { type Triple, voxelCount } from "../../src/core/volume/grid.ts";
import type { MapHandle, MaskHandle } from "../handles.ts";
import type { ComputeMember, JobContext } from "../job.ts";
import type { ComputePhase } from "./phase.ts";
import { forward, prepareTransformIn, type SharedTransform } from "./transform.ts";

/** The region about a mask and the spectrum of what it holds, in single precision and unnormalised. */
export interface RegionSpectrum {
  readonly region: EnergyRegion;
  readonly spectrum: SharedTransform<"single">;
}

/**
 * Cuts the region out of the map and transforms it. `level` is taken off; beyond the map, and towards the faces of the
 * region, there is nothing. `null` for an empty mask. From the job's arena.
 */
export function regionSpectrum(
  context: JobContext,
  { map, mask, level }: { map: MapHandle; mask: MaskHandle; level: number },
): RegionSpectrum | null {
  const { box, voxelSize } = map.grid;
  const extent = maskExtent(context.self.volumes.mask(mask.id), box);
  if (!extent) return null;
  const region = planRegion(extent, map.grid);
  const spectrum = prepareTransformIn(context, region.box, "single");
  context.team.run(LOAD, { mapId: map.id, mapBox: box, voxelSize, level, region, spectrum }, region.box[2]);
  forward(context, spectrum);
  return { region, spectrum };
}

interface Loading {
  readonly mapId: string;
  readonly mapBox: Triple;
  readonly voxelSize: Triple;
  readonly level: number;
  readonly region: EnergyRegion;
  readonly spectrum: SharedTransform<"single">;
}

const LOAD: ComputePhase<Loading> = {
  name: "energyRegion.load",
  work: (member, { mapId, mapBox, voxelSize, level, region, spectrum }, z) => {
    const { box, start } = region;
    const [xs, ys, zs] = box.map((size, axis) => edgeTaper(size, voxelSize[axis]!)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const plane = planeOf(member, spectrum, z).fill(0);
    const mapZ = z + start[2];
    if (mapZ < 0 || mapZ >= mapBox[2]) return;
    const voxels = member.volumes.voxels(mapId);
    const [from, to] = [Math.max(0, -start[0]), Math.min(box[0], mapBox[0] - start[0])];
    for (let y = Math.max(0, -start[1]); y < Math.min(box[1], mapBox[1] - start[1]); y++) {
      const source = (mapZ * mapBox[1] + y + start[1]) * mapBox[0] + start[0];
      const factor = zs[z]! * ys[y]!;
      const row = y * spectrum.layout.rowPitch;
      for (let x = from; x < to; x++) plane[row + x] = (voxels[source + x]! - level) * (factor * xs[x]!);
    }
  },
};

/** The real rows of plane z, in place. */
export function planeOf(
  member: ComputeMember,
  { layout, data }: Pick<SharedTransform<"single">, "layout" | "data">,
  z: number,
): Float32Array {
  return new Float32Array(member.kernel.memory.buffer, data + 4 * z * layout.planePitch, layout.ny * layout.rowPitch);
}

/** First and last voxel of a mask along x, y, z; `null` where it is empty. */
export function maskExtent(mask: Uint8Array, box: Triple): [Span, Span, Span] | null {
  const [nx, ny] = box;
  const low = [...box];
  const high = [-1, -1, -1];
  for (let row = 0; row < voxelCount(box) / nx; row++) {
    const voxels = mask.subarray(row * nx, (row + 1) * nx);
    const first = voxels.indexOf(1);
    if (first < 0) continue;
    [voxels.lastIndexOf(1), row % ny, Math.floor(row / ny)].forEach((last, axis) => {
      low[axis] = Math.min(low[axis]!, axis === 0 ? first : last);
      high[axis] = Math.max(high[axis]!, last);
    });
  }
  if (high[0]! < 0) return null;
  return [
    [low[0]!, high[0]!],
    [low[1]!, high[1]!],
    [low[2]!, high[2]!],
  ];
}

export const ENERGY_REGION_PHASES = [LOAD];
