import type { ShownHelix } from "../../core/hand/hand.ts";
import { eachAxis, type Grid, type Triple } from "../../core/volume/grid.ts";
import type { Rod } from "../../view/rods.ts";

/** Å: two turns of an alpha helix, and what of its inside a rod takes; that at the crosshair is thicker. */
const LENGTH = 10.8;
const RADIUS = { plain: 0.9, chosen: 1.8 } as const;

/** A helix in the 3-D view. */
export interface HelixRod extends Rod {
  readonly hand: "right" | "left";
  /** The voxel that the list names. */
  readonly place: Triple;
}

/** The voxel of a helix that the crosshair goes to. */
export function helixPlace({ centre }: Pick<ShownHelix, "centre">): Triple {
  return eachAxis((k) => Math.round(centre[k]));
}

export function samePlace(a: Triple, b: Triple): boolean {
  return a.every((index, k) => index === b[k]);
}

/** The likeliest helices as rods in the space of the map's own voxels, Å; the hand is the sign of D. */
export function helixRods(
  helices: readonly ShownHelix[],
  { voxelSize }: Pick<Grid, "voxelSize">,
  crosshair: Triple,
): HelixRod[] {
  return helices.map((helix) => {
    const place = helixPlace(helix);
    const along = eachAxis((k) => helix.direction[k]);
    return {
      centre: eachAxis((k) => helix.centre[k] * voxelSize[k]),
      direction: along,
      length: LENGTH,
      radius: samePlace(place, crosshair) ? RADIUS.chosen : RADIUS.plain,
      hand: helix.logRatio >= 0 ? "right" : "left",
      place,
    };
  });
}
