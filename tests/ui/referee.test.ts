import { describe, expect, it } from "vitest";
import type { Engine, ValidationParameters } from "../../src/engine/engine.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { createApp } from "../../src/ui/app-context.tsx";
import { createFakeEngine, sampleOpenedMap, sampleValidation } from "../support/fake-engine.ts";
import { sampleReport } from "../support/sample-report.ts";

const MAP = new File([""], "sample.map");
const reportFile = (report: object) => new File([renderJson(report)], "sample-report.json");

function refereeWith(answers: Partial<Engine> = {}) {
  return createApp(createFakeEngine(answers));
}

describe("verifying a report on the page", () => {
  it("runs the map that is dropped with it, with all that the report records", async () => {
    const asked: { voxelSize?: number; parameters?: ValidationParameters } = {};
    const { store, actions } = refereeWith({
      open: async (_source, options) => {
        asked.voxelSize = options?.voxelSize;
        return sampleOpenedMap();
      },
      validate: async (_id, parameters) => {
        asked.parameters = parameters;
        return sampleValidation();
      },
    });
    const input = {
      voxelSizeSource: "user",
      voxelSize: [1.7, 1.7, 1.7],
      title: "A title",
      contourLevel: 0.33,
    } as const;
    await actions.openFiles([MAP, reportFile(sampleReport({ reading: "vrs", input }))]);
    expect(asked.voxelSize).toBe(1.7);
    expect(asked.parameters).toMatchObject({ contourLevel: 0.33, resolution: 6.5, reading: "vrs", title: "A title" });
    expect(store.getState()).toMatchObject({ run: { state: "done" }, referee: { fileName: "sample-report.json" } });
  });

  it("waits for the map where the report comes alone", async () => {
    const { store, actions } = refereeWith();
    await actions.openFiles([reportFile(sampleReport())]);
    expect(store.getState()).toMatchObject({ map: null, run: { state: "none" } });
    await actions.openFile(MAP);
    expect(store.getState().run.state).toBe("done");
  });

  it("verifies the map that is open already, and only if it is the report's", async () => {
    const runs: number[] = [];
    const { store, actions } = refereeWith({
      validate: async (_id, { contourLevel }) => {
        runs.push(contourLevel);
        return sampleValidation();
      },
    });
    await actions.openFile(MAP);
    await actions.run();
    await actions.openFiles([reportFile(sampleReport({ input: { sha256: "0".repeat(64) } }))]);
    expect(store.getState()).toMatchObject({ run: { state: "done" }, referee: { found: null }, map: { id: "map-1" } });
    await actions.openFiles([reportFile(sampleReport({ input: { contourLevel: 0.4 } }))]);
    expect(store.getState().run.state).toBe("done");
    expect(runs).toEqual([0.12, 0.4]);
    expect(store.getState().referee).toMatchObject({ found: { schemaVersion: 1 }, earlier: "kept" });
  });

  it("brings the earlier results back when verifying ends, unless another map is open", async () => {
    const { store, actions } = refereeWith();
    await actions.openFile(MAP);
    actions.setParameters({ contourLevel: 0.2, contourSource: "user" });
    await actions.run();
    const own = store.getState().run;
    await actions.openFiles([reportFile(sampleReport({ reading: "vrs", input: { contourLevel: 0.4 } }))]);
    expect(store.getState()).toMatchObject({ parameters: { contourLevel: 0.4 }, reading: "vrs" });
    actions.closeReferee();
    expect(store.getState()).toMatchObject({ referee: null, parameters: { contourLevel: 0.2 }, reading: "corrected" });
    expect(store.getState().run).toBe(own);
  });

  it("leaves everything as it was where the file is no report", async () => {
    const { store, actions } = refereeWith();
    await actions.openFiles([new File(["{}"], "other.json"), MAP]);
    expect(store.getState()).toMatchObject({ map: null, referee: null, fault: { code: "report.notAReport" } });
  });

  it("opens maps as ever once the report is closed", async () => {
    const { store, actions } = refereeWith();
    await actions.openFiles([reportFile(sampleReport())]);
    actions.closeReferee();
    await actions.openFile(MAP);
    expect(store.getState()).toMatchObject({ referee: null, run: { state: "none" } });
  });
});
