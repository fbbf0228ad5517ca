import { describe, expect, it } from "vitest";
import { measured } from "../../src/report/measured.ts";
import { createApp } from "../../src/ui/app-context.tsx";
import { isShown, offeredLayers, runLayers, sliceLayers } from "../../src/ui/stage/layers.ts";
import { NO_RUN, type Run } from "../../src/ui/store.ts";
import { createFakeEngine } from "../support/fake-engine.ts";
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

describe("overlays that a run offers", () => {
  it("are none but the level before the masks exist", () => {
    expect(runLayers(NO_RUN, "corrected")).toEqual({ maskLevel: null, outliers: null });
    expect(offeredLayers({ maskLevel: null, outliers: null }, 1).map(({ layer }) => layer)).toEqual(["level"]);
  });

  it("are the mask at the run's level and outliers about the reading's centre", () => {
    const corrected = runLayers(done, "corrected");
    expect(corrected.maskLevel).toBe(contourLevel);
    expect(corrected.outliers).toEqual({ centre: background.mean, reach: 5 * background.std });
    expect(runLayers(done, "vrs").outliers?.centre).toBe(0);
  });

  it("name the mask's level once another is chosen", () => {
    const names = (level: number) => offeredLayers({ maskLevel: 0.5, outliers: null }, level).map(({ name }) => name);
    expect(names(0.5)).toEqual(["Level", "Hard mask"]);
    expect(names(0.4)).toEqual(["Level", "Hard mask at 0.500"]);
  });
});

describe("the overlays of a slice", () => {
  const slice = { width: 3, height: 3, values: Float32Array.of(0, 0, 0, 0, 4, 0, 0, 9, 0) };
  const mask = { width: 3, height: 3, values: Float32Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0) };
  const outliers = { centre: 0, reach: 5 };
  const tokens = (choice: Parameters<typeof isShown>[1], cut: typeof mask | null = mask) =>
    sliceLayers({ slice, mask: cut, level: 2, outliers, choice }).map(({ token }) => token);

  it("are drawn as chosen, outliers below the mask and the level on top", () => {
    const all = ["level", "hardMask", "outliers"] as const;
    expect(tokens({ overlays: "shown", layers: all })).toEqual(["--over-outlier", "--over-mask", "--over-level"]);
    expect(tokens({ overlays: "shown", layers: ["hardMask"] })).toEqual(["--over-mask"]);
    expect(tokens({ overlays: "hidden", layers: all })).toEqual([]);
  });

  it("wait for the mask's slice of the same place", () =>
    expect(tokens({ overlays: "shown", layers: ["level", "hardMask", "outliers"] }, null)).toEqual(["--over-level"]));
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
});
