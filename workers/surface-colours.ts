import type { Triple } from "../src/core/volume/grid.ts";
import { sampleMeasured } from "../src/core/volume/sample-measured.ts";
import { paintRanks } from "../src/report/drawing/piece-colours.ts";
import { paintValues } from "../src/report/drawing/ramp.ts";
import { type ComponentRuns, rankAt } from "./component-runs.ts";
import type { MapHandle } from "./handles.ts";
import type { JobContext } from "./job.ts";
import { labelComponents, rankedRuns } from "./phases/components.ts";
import { planesOf } from "./phases/maps.ts";
import type { SurfaceColours, SurfacePieces } from "./protocol.ts";

interface Coloured {
  /** 3 bytes a vertex; `null` for the surface's own. */
  readonly colours: Uint8Array<ArrayBuffer> | null;
  readonly pieces: SurfacePieces | null;
}

const PLAIN: Coloured = { colours: null, pieces: null };

type Colouring = SurfaceColours & { readonly map: MapHandle; readonly level: number };

/** The colours of the vertices of a map's surface at a level, given by their voxel indices. Allocates. */
export function colourSurface(positions: Float32Array, colouring: Colouring, context: JobContext): Coloured {
  if (colouring.colourBy !== "measurement") {
    return colouring.colourBy === "pieces" ? colourPieces(positions, colouring, context) : PLAIN;
  }
  const { volume, range, mapGrid } = colouring;
  const { volumes } = context.self;
  const measured = { ...volumes.volume(volume), mask: volumes.mask(volume.mask.id) };
  return { colours: paintValues(sampleMeasured(measured, positions, mapGrid), range), pieces: null };
}

/** By the rank of the component of v ≥ level that each vertex bounds. */
function colourPieces(positions: Float32Array, { map, level }: Colouring, context: JobContext): Coloured {
  const components = labelComponents(context, planesOf(context, map), level);
  const colours = paintRanks(vertexRanks(positions, rankedRuns(context, map.grid.box, components), map.grid.box));
  const { sizes } = components;
  const [all, largest] = [sizes.reduce((sum, n) => sum + n, 0), sizes.reduce((most, n) => Math.max(most, n), 0)];
  return { colours, pieces: { count: sizes.length, largestPercent: all > 0 ? (100 * largest) / all : 0 } };
}

/** A vertex lies between a voxel above the level and one below it, along one axis, or on the first. */
function vertexRanks(positions: Float32Array, runs: ComponentRuns, [, ny]: Triple): Uint32Array {
  return Uint32Array.from({ length: positions.length / 3 }, (_, i) => {
    const [x, y, z] = [positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!];
    const before = rankAt(runs, Math.floor(z) * ny + Math.floor(y), Math.floor(x));
    return before || rankAt(runs, Math.ceil(z) * ny + Math.ceil(y), Math.ceil(x));
  });
}
