import { AXES, type Axis, eachAxis, type Triple } from "../../core/volume/grid.ts";
import { clampIndex } from "../../view/slice-geometry.ts";
import { centredOn, MOST_ZOOM, WHOLE_BOX } from "../../view/slice-zoom.ts";
import type { Layer, View } from "../state/view.ts";
import type { AppState, AppStore } from "../store.ts";

/** What a visitor can do with the stage: what is drawn, how, and at which voxel. */
export function createViewActions(store: AppStore) {
  const change = (to: (view: View, state: AppState) => Partial<View>) =>
    store.setState((state) => ({ view: { ...state.view, ...to(state.view, state) } }));

  return {
    setView: (view: Partial<View>) => change(() => view),
    toggleLayer: (layer: Layer) => change((view) => ({ overlays: "shown", layers: toggled(view, layer) })),
    setOpacity: (layer: Layer, opacity: number) =>
      change(({ opacities }) => ({ opacities: { ...opacities, [layer]: opacity } })),
    /** To a voxel that is named elsewhere; what is seen of the slices moves along. */
    goTo: (voxel: Triple) => change((view, { map }) => ({ slicesAt: "chosen", ...arrived(view, voxel, { map }) })),
    goToSlices: (slicesAt: "largestVariance" | "centre") =>
      change((view, { map }) => {
        const slices = slicesAt === "centre" ? map?.centralSlices : map?.maxVarianceSlices;
        return { slicesAt, ...arrived(view, slices ?? view.voxel, { map }) };
      }),
    stepSlice: (along: Axis, by: number) =>
      change((view, { map }) => {
        if (!map) return {};
        const voxel = stepped(view.voxel, { axis: along, by, box: map.grid.box });
        return { slicesAt: "chosen", ...arrived(view, voxel, { map, along }) };
      }),
    /** Shows the slices larger or smaller about the crosshair. */
    zoomSlices: (by: number) =>
      change(({ sliceZoom, voxel }, { map }) => {
        const factor = Math.min(MOST_ZOOM, Math.max(1, sliceZoom.factor * by));
        if (!map || factor === 1) return { sliceZoom: WHOLE_BOX };
        return { sliceZoom: centredOn({ ...sliceZoom, factor }, voxel, map.grid) };
      }),
  };
}

/** The layers shown once one is switched; where overlays were hidden, it alone. */
function toggled({ overlays, layers }: View, layer: Layer): readonly Layer[] {
  const shown = overlays === "shown" ? layers : [];
  if (shown.includes(layer)) return shown.filter((other) => other !== layer);
  return [...shown.filter((other) => !(isLocal(layer) && isLocal(other))), layer];
}

/** The crosshair at a voxel, and slices that are zoomed in about it; along one axis where it only moved along that. */
function arrived(
  { sliceZoom }: View,
  voxel: Triple,
  { map, along }: { map: AppState["map"]; along?: Axis },
): Pick<View, "voxel" | "sliceZoom"> {
  if (!map || sliceZoom.factor === 1) return { voxel, sliceZoom };
  return { voxel, sliceZoom: centredOn(sliceZoom, voxel, { box: map.grid.box, along }) };
}

/** Local measurements cover the same voxels; one is shown at a time. */
function isLocal(layer: Layer): boolean {
  return layer.startsWith("local");
}

function stepped(voxel: Triple, { axis, by, box }: { axis: Axis; by: number; box: Triple }): Triple {
  return eachAxis((k) => (AXES[k] === axis ? clampIndex(voxel[k] + by, box[k]) : voxel[k]));
}
