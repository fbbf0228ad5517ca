import { describe, expect, it } from "vitest";
import { MapError } from "../../src/core/errors.ts";
import type { Engine, Validation } from "../../src/engine/engine.ts";
import { createApp } from "../../src/ui/app-context.tsx";
import { shownRun } from "../../src/ui/state/run.ts";
import { createFakeEngine, deferred, sampleValidation } from "../support/fake-engine.ts";

async function openedApp(answers: Partial<Engine> = {}) {
  const app = createApp(createFakeEngine(answers));
  await app.actions.openFile(new File([], "a.map"));
  return app;
}

/** A run that hears of its first check and then waits until it is cancelled. */
const untilCancelled: Engine["validate"] = (_id, _parameters, { signal, onCheck, onProgress } = {}) => {
  onCheck?.(sampleValidation().report.checks[0]!);
  onProgress?.({ step: "mask", fraction: 0.25 });
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
};

describe("running the checks", () => {
  it("passes level, resolution and reading on, and ends with the report", async () => {
    let seen: unknown;
    const { actions, store } = await openedApp({
      validate: async (id, parameters) => {
        seen = { id, parameters };
        return sampleValidation();
      },
    });
    actions.setParameters({ contourLevel: 0.2, contourSource: "user", resolution: 6.5 });
    actions.setReading("vrs");
    await actions.run();
    expect(seen).toEqual({
      id: "map-1",
      parameters: { contourLevel: 0.2, contourSource: "user", resolution: 6.5, reading: "vrs" },
    });
    expect(store.getState().run).toMatchObject({ state: "done", step: null });
    expect(store.getState().run.report).toEqual(sampleValidation().report);
  });

  it("shows each check as it ends and announces it", async () => {
    const { actions, store } = await openedApp({ validate: untilCancelled });
    const running = actions.run();
    expect(store.getState().run).toMatchObject({ state: "running", results: [{ key: "mass" }] });
    expect(store.getState().run.step).toMatchObject({ step: "mask", fraction: 0.25 });
    expect(store.getState().announcement).toBe("Mass and centring: OK.");
    actions.cancelRun();
    await running;
  });

  it("keeps finished checks when it is cancelled, and is no fault", async () => {
    const { actions, store } = await openedApp({ validate: untilCancelled });
    const running = actions.run();
    actions.cancelRun();
    await running;
    expect(store.getState().run).toMatchObject({ state: "cancelled", report: null, results: [{ key: "mass" }] });
    expect(store.getState().fault).toBeNull();
  });

  it("is cancelled at once, whenever the engine comes to know, and can be run again", async () => {
    const slow = deferred<Validation>();
    const validates = [() => slow.promise, async () => sampleValidation()];
    const { actions, store } = await openedApp({ validate: () => validates.shift()!() });
    const running = actions.run();
    actions.cancelRun();
    await running;
    expect(store.getState().run.state).toBe("cancelled");
    await actions.run();
    expect(store.getState().run.state).toBe("done");
    slow.reject(new Error("late"));
    await slow.promise.catch(() => {});
    expect(store.getState()).toMatchObject({ fault: null, run: { state: "done" } });
  });

  it("gives the earlier results back when a second run is cancelled", async () => {
    const validates = [async () => sampleValidation(), untilCancelled];
    const { actions, store } = await openedApp({ validate: (...request) => validates.shift()!(...request) });
    await actions.run();
    const second = actions.run();
    actions.cancelRun();
    await second;
    expect(store.getState().run).toMatchObject({ state: "done" });
    expect(store.getState().run.report).not.toBeNull();
  });

  it("shows the earlier results until a second run ends, then the new ones at the new level", async () => {
    const second = deferred<Validation>();
    const validates = [async () => sampleValidation(), () => second.promise];
    const { actions, store } = await openedApp({ validate: () => validates.shift()!() });
    await actions.run();
    actions.openCheck("mask");
    const running = actions.runAt(0.09);
    const { run, openCheck } = store.getState();
    expect(run).toMatchObject({ state: "running", parameters: { contourLevel: 0.09, contourSource: "suggested" } });
    expect(shownRun(run)).toMatchObject({ state: "done", parameters: { contourLevel: 0.12 } });
    expect(shownRun(run).results).toHaveLength(8);
    expect(openCheck).toBe("mask");
    second.resolve(sampleValidation());
    await running;
    expect(store.getState().run).toMatchObject({ state: "done", earlier: null, parameters: { contourLevel: 0.09 } });
  });

  it("names the fault when a run stops", async () => {
    const validate = () => Promise.reject(new MapError("memory.exhausted", "No memory is left."));
    const { actions, store } = await openedApp({ validate });
    await actions.run();
    expect(store.getState().run.state).toBe("failed");
    expect(store.getState().fault).toMatchObject({ code: "memory.exhausted", title: "The memory ran out" });
  });

  it("drops a run whose map is closed meanwhile", async () => {
    const late = deferred<Validation>();
    const { actions, store } = await openedApp({ validate: () => late.promise });
    const running = actions.run();
    actions.closeMap();
    late.resolve(sampleValidation());
    await running;
    expect(store.getState().run).toMatchObject({ state: "none", report: null });
  });

  it("runs once at a time", async () => {
    let runs = 0;
    const late = deferred<Validation>();
    const { actions } = await openedApp({
      validate: () => {
        runs++;
        return late.promise;
      },
    });
    const first = actions.run();
    await actions.run();
    late.resolve(sampleValidation());
    await first;
    expect(runs).toBe(1);
  });
});
