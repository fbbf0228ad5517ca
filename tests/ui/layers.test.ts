import { describe, expect, it } from "vitest";
import { evaluateLocalBFactor } from "../../src/checks/local-b-factor.ts";
import { evaluateLocalOccupancy } from "../../src/checks/local-occupancy.ts";
import { evaluateLocalResolution } from "../../src/checks/local-resolution.ts";
import { measured } from "../../src/report/measured.ts";
import { formatLocal } from "../../src/report/text/local-words.ts";
import { createApp } from "../../src/ui/app-context.tsx";
import { isShown, neededOverlays, offeredLayers, sliceLayers } from "../../src/ui/stage/layers.ts";
import { overlayText } from "../../src/ui/stage/overlay-text.ts";
import { type RunLayers, runLayers } from "../../src/ui/stage/run-layers.ts";
import { NO_RUN, type Run } from "../../src/ui/state/run.ts";
import type { Layer, MarkedBin } from "../../src/ui/state/view.ts";
import { colouringsOf } from "../../src/ui/surface/colourings.ts";
import { createFakeEngine } from "../support/fake-engine.ts";
import { localBFactorOf, localOccupancyOf, localResolutionOf } from "../support/sample-local.ts";
import { sampleReport } from "../support/sample-report.ts";

const { checks, input } = sampleReport();
const { contourLevel } = input;
const done: Run = {
  ...NO_RUN,
  state: "done",
  parameters: { contourLevel, contourSource: "user", resolution: null },
  results: checks,
};
const background = checks.map((check) => measured(check, "background")).find((one) => one !== null)!;

const NOTHING: RunLayers = { maskLevel: null, pieces: [], outliers: null, locals: [] };
const LOCAL = {
  layer: "localBFactor",
  name: "Local B-factor",
  range: [-300, 0],
  added: 0,
} as const;
const { opacities } = createApp(createFakeEngine()).store.getState().view;
const choose = (...layers: Layer[]) => ({ overlays: "shown", layers, opacities, marked: null }) as const;

describe("overlays that a run offers", () => {
  it("are none but the level before the masks exist", () => {
    expect(runLayers(NO_RUN, "corrected")).toEqual(NOTHING);
    expect(offeredLayers(NOTHING, 1).map(({ layer }) => layer)).toEqual(["level"]);
  });

  it("are the masks at the run's level and outliers about the reading's centre", () => {
    const corrected = runLayers(done, "corrected");
    expect(corrected.maskLevel).toBe(contourLevel);
    expect(corrected.outliers).toEqual({ centre: background.mean, reach: 5 * background.std });
    expect(runLayers(done, "vrs").outliers?.centre).toBe(0);
  });

  it("name the masks' level once another is chosen", () => {
    const names = (level: number) => offeredLayers({ ...NOTHING, maskLevel: 0.5 }, level).map(({ name }) => name);
    expect(names(0.5)).toEqual(["Level", "Hard mask", "Soft mask", "Pieces by size"]);
    expect(names(0.4)[1]).toBe("Hard mask at 0.500");
  });

  it("are the local measurements in the words and colours of the coloured surface, in either reading", () => {
    const results = [
      evaluateLocalBFactor(localBFactorOf({ median: -160, offset: -60 }), { resolution: 3, anisotropy: 0 }),
      evaluateLocalResolution(localResolutionOf({ finest: 3, spread: 2, reportedPercentile: 0 }), 3),
      evaluateLocalOccupancy(localOccupancyOf({ median: 0.7, spread: 0.4 }), { anisotropy: 0 }),
    ];
    for (const reading of ["corrected", "vrs"] as const) {
      const { locals } = runLayers({ ...done, results }, reading);
      const keys = locals.map(({ layer, range, added }) => range.map((end) => formatLocal(layer, end + added)));
      const surface = colouringsOf(results, reading);
      expect(keys).toEqual([
        reading === "vrs" ? ["\u2212260\u00a0Å²", "\u221260\u00a0Å²"] : ["\u2212200\u00a0Å²", "0\u00a0Å²"],
        ["3.0\u00a0Å", "5.0\u00a0Å"],
        ["50\u00a0%", "90\u00a0%"],
      ]);
      expect(keys.flat().map((end) => end.split("\u00a0")[0])).toEqual(
        surface.flatMap(({ ticks: [low, , high] }) => [low, high]),
      );
      expect(locals.map(({ range }) => range)).toEqual(surface.map(({ range }) => range));
    }
  });

  it("say a local value under the pointer as the report says it", () => {
    const occupancy = { layer: "localOccupancy", name: "Local occupancy", range: [0, 1], added: 0 } as const;
    const cut = { width: 1, height: 1, values: Float32Array.of(0.62) };
    const place = { axis: "z", voxel: [0, 0, 0], box: [1, 1, 1] } as const;
    const words = overlayText(place, { localOccupancy: cut }, { ...NOTHING, locals: [occupancy] });
    expect(words).toBe("local occupancy 62\u00a0%");
  });
});

describe("the overlays of a slice", () => {
  const slice = { width: 3, height: 3, values: Float32Array.of(0, 0, 0, 0, 4, 0, 0, 9, 0) };
  const hardMask = { width: 3, height: 3, values: Float32Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0) };
  const components = { ...slice, values: Float32Array.of(0, 0, 0, 0, 1, 0, 0, 2, 0) };
  const localBFactor = { ...slice, values: Float32Array.of(NaN, NaN, NaN, NaN, -300, 0, NaN, NaN, NaN) };
  const run: RunLayers = { maskLevel: 2, pieces: [], outliers: { centre: 0, reach: 5 }, locals: [LOCAL] };
  const cuts = { hardMask, softMask: hardMask, components, localBFactor };
  const over = (choice: Parameters<typeof neededOverlays>[0], given: object = cuts) =>
    sliceLayers({ slice, cuts: given, level: 2, run, choice });
  const tokens = (...given: Parameters<typeof over>) => over(...given).map(({ token }) => token);

  it("are drawn as chosen, fillings below outlines and the level on top", () => {
    const all = ["level", "hardMask", "outliers"] as const;
    expect(tokens(choose(...all))).toEqual(["--over-outlier", "--over-mask", "--over-level"]);
    expect(tokens(choose("hardMask"))).toEqual(["--over-mask"]);
    expect(tokens({ ...choose(...all), overlays: "hidden" })).toEqual([]);
  });

  it("wait for the masks' slices of the same place", () =>
    expect(tokens(choose("level", "hardMask", "outliers", "components", "localBFactor"), {})).toEqual([
      "--over-level",
    ]));

  it("have the opacity that was chosen", () => {
    const choice = { ...choose("softMask"), opacities: { ...opacities, softMask: 0.15 } };
    expect(over(choice)).toMatchObject([{ token: "--over-soft", opacity: 0.15, tint: hardMask }]);
  });

  it("colour pieces by rank and local measurements by the ramp, and leave the rest clear", () => {
    const pixel = (layer: Layer, at: number) => [...over(choose(layer))[0]!.picture!.subarray(4 * at, 4 * at + 4)];
    expect(pixel("components", 0)).toEqual([0, 0, 0, 0]);
    expect(pixel("components", 4)).not.toEqual(pixel("components", 7));
    expect(pixel("components", 7)[3]).toBe(255);
    expect(pixel("localBFactor", 0)).toEqual([0, 0, 0, 0]);
    expect(pixel("localBFactor", 4)).toEqual([25, 12, 101, 255]);
    expect(pixel("localBFactor", 5)).toEqual([254, 242, 243, 255]);
  });

  it("mark a bin's voxels in the map or in a local measurement, whatever else is shown", () => {
    const marked = (bin: MarkedBin) => [...over({ ...choose(), marked: bin })[0]!.tint!.values];
    expect(marked({ of: "map", from: 4, to: 9 })).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
    expect(marked({ of: "localBFactor", from: -10, to: 10 })).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0]);
  });

  it("ask for the slices that they need, and no others", () => {
    expect(neededOverlays(choose("level"), run)).toEqual([]);
    expect(neededOverlays(choose("outliers", "components", "localBFactor"), run)).toEqual([
      "hardMask",
      "components",
      "localBFactor",
    ]);
    expect(neededOverlays({ ...choose(), marked: { of: "localBFactor", from: 0, to: 1 } }, run)).toEqual([
      "localBFactor",
    ]);
    expect(neededOverlays(choose("hardMask"), NOTHING)).toEqual([]);
  });

  it("say which piece and what value is at a voxel", () => {
    const pieces = [{ voxels: 12_345, volume: 1, percent: 81.26, cumulativePercent: 81.26 }];
    const at = (x: number, y: number) =>
      overlayText({ axis: "z", voxel: [x, y, 0], box: [3, 3, 1] }, cuts, { ...run, pieces });
    expect(at(1, 1)).toBe("piece 1: 12\u202f345 voxels, 81.3\u00a0%; local B-factor \u2212300\u00a0Å²");
    expect(at(1, 0)).toBe("piece 2");
    expect(at(0, 0)).toBe("");
  });
});

describe("switching an overlay", () => {
  it("turns it off and on, and from all hidden shows it alone", () => {
    const { actions, store } = createApp(createFakeEngine());
    const shown = () =>
      (["level", "hardMask", "outliers"] as const).filter((one) => isShown(one, store.getState().view));
    expect(shown()).toEqual(["level", "hardMask"]);
    actions.toggleLayer("outliers");
    actions.toggleLayer("level");
    expect(shown()).toEqual(["hardMask", "outliers"]);
    actions.setView({ overlays: "hidden" });
    actions.toggleLayer("level");
    expect(shown()).toEqual(["level"]);
  });

  it("shows one local measurement at a time", () => {
    const { actions, store } = createApp(createFakeEngine());
    actions.toggleLayer("localBFactor");
    actions.toggleLayer("localOccupancy");
    expect(store.getState().view.layers).toEqual(["level", "hardMask", "localOccupancy"]);
    actions.toggleLayer("localOccupancy");
    expect(store.getState().view.layers).toEqual(["level", "hardMask"]);
  });
});
