import { formatCount } from "../../core/format/numbers.ts";
import type { MarkedVoxels } from "../../engine/engine.ts";
import { counted } from "../../report/text/words.ts";
import classes from "./surface.module.css";

/** What the discs in the surface are, and whether each of the voxels has one. */
export function MarkedKey({ voxels: { count, places } }: { voxels: MarkedVoxels }) {
  const drawn = places.length / 3;
  return (
    <p className={classes.marked}>
      <i /> {counted(formatCount(count), count, "marked voxel")}, seen through the surface
      {drawn < count && `; ${formatCount(drawn)} of them drawn`}
    </p>
  );
}
