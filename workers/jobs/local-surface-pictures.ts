import { type Grid, voxelCount } from "../../src/core/volume/grid.ts";
import { drawLocalSurfaces } from "../../src/report/drawing/local-surface.ts";
import { encodeViews } from "../../src/report/drawing/png.ts";
import type { Job } from "../job.ts";

/** A resized map inside its mask as pictures from the three ChimeraX views, a set for each volume of values. */
export const localSurfacePictures: Job<"localSurfacePictures"> = (
  { map, lowest, size, volumes, ...request },
  context,
) => {
  const store = context.self.volumes;
  const maskOf = ({ id }: { id: string }, { box }: Grid) => store.mask(id).subarray(0, voxelCount(box));
  const sets = volumes.map(({ range, mask, ...values }) => ({
    volume: { ...store.volume(values), mask: maskOf(mask, values.grid) },
    range,
  }));
  const part = { map: store.volume(map), mask: maskOf(request.mask, map.grid) };
  const { level, views } = drawLocalSurfaces(part, sets, { lowest, size, cancellation: context });
  return { level, views: views.map(encodeViews) };
};
