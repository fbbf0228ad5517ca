import { AXES, type Axis, eachAxis, type Triple } from "../../core/volume/grid.ts";
import { clampIndex } from "../../view/slice-geometry.ts";
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
    goTo: (voxel: Triple) => change(() => ({ voxel, slicesAt: "chosen" })),
    goToSlices: (slicesAt: "largestVariance" | "centre") =>
      change(({ voxel }, { map }) => {
        const slices = slicesAt === "centre" ? map?.centralSlices : map?.maxVarianceSlices;
        return { slicesAt, voxel: slices ?? voxel };
      }),
    stepSlice: (axis: Axis, by: number) => {
      const { map } = store.getState();
      if (!map) return;
      const { box } = map.grid;
      change(({ voxel }) => ({ voxel: stepped(voxel, { axis, by, box }), slicesAt: "chosen" }));
    },
  };
}

/** The layers shown once one is switched; where overlays were hidden, it alone. */
function toggled({ overlays, layers }: View, layer: Layer): readonly Layer[] {
  const shown = overlays === "shown" ? layers : [];
  if (shown.includes(layer)) return shown.filter((other) => other !== layer);
  return [...shown.filter((other) => !(isLocal(layer) && isLocal(other))), layer];
}

/** Local measurements cover the same voxels; one is shown at a time. */
function isLocal(layer: Layer): boolean {
  return layer.startsWith("local");
}

function stepped(voxel: Triple, { axis, by, box }: { axis: Axis; by: number; box: Triple }): Triple {
  return eachAxis((k) => (AXES[k] === axis ? clampIndex(voxel[k] + by, box[k]) : voxel[k]));
}
