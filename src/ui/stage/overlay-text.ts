import { formatCount, formatPercent } from "../../core/format/numbers.ts";
import type { Axis, Triple } from "../../core/volume/grid.ts";
import { formatLocal, LOCAL_WORDS } from "../../report/text/local-words.ts";
import type { OverlayCuts } from "./layers.ts";
import { valueInSlice } from "./model.ts";
import type { LocalLayer, RunLayers } from "./run-layers.ts";

/** A voxel of a slice. */
export interface SliceVoxel {
  readonly axis: Axis;
  readonly voxel: Triple;
  readonly box: Triple;
}

/** What the overlays say about a voxel: "piece 2: 1 204 voxels, 4.5 %", "local B-factor −402 Å²"; empty where nothing. */
export function overlayText(place: SliceVoxel, cuts: OverlayCuts, { pieces, locals }: RunLayers): string {
  const at = (slice: OverlayCuts["components"]) => (slice ? valueInSlice(slice, place) : null);
  const rank = at(cuts.components);
  const words = rank ? [pieceText(rank, pieces)] : [];
  for (const local of locals) {
    const value = at(cuts[local.layer]);
    if (value !== null && !Number.isNaN(value)) words.push(localText(value, local));
  }
  return words.join("; ");
}

function pieceText(rank: number, pieces: RunLayers["pieces"]): string {
  const piece = pieces[rank - 1];
  if (!piece) return `piece ${rank}`;
  return `piece ${rank}: ${formatCount(piece.voxels)} voxels, ${formatPercent(piece.percent)}`;
}

function localText(value: number, { layer, added }: LocalLayer): string {
  return `${LOCAL_WORDS[layer].quantity} ${formatLocal(layer, value + added)}`;
}
