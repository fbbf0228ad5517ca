import { voxelCount } from "../../src/core/volume/grid.ts";
import { drawLocalSurfaces } from "../../src/report/drawing/local-surface.ts";
import { encodeViews } from "../../src/report/drawing/png.ts";
import type { Job } from "../job.ts";

/** A resized map inside its mask as pictures from the three ChimeraX views, a set for each volume of values. */
export const localSurfacePictures: Job<"localSurfacePictures"> = ({ map, lowest, size, volumes }, context) => {
  const store = context.self.volumes;
  const sets = volumes.map(({ range, mask, ...values }) => ({
    volume: { ...store.volume(values), mask: store.mask(mask.id).subarray(0, voxelCount(values.grid.box)) },
    range,
  }));
  const [first] = sets;
  if (!first) return { level: lowest, views: [] };
  const part = { map: store.volume(map), mask: first.volume.mask };
  const { level, views } = drawLocalSurfaces(part, sets, { lowest, size, cancellation: context });
  return { level, views: views.map(encodeViews) };
};
