import { describe, expect, it } from "vitest";
import { createApp } from "../../src/ui/app-context.tsx";
import { commandFor } from "../../src/ui/keys.ts";
import { createFakeEngine } from "../support/fake-engine.ts";

async function openedApp() {
  const app = createApp(createFakeEngine());
  await app.actions.openFile(new File([], "a.map"));
  const press = (key: string) => commandFor(key, app.store.getState())?.(app.actions, app.store.getState());
  return { ...app, press };
}

describe("keys", () => {
  it("mean nothing before a map is open", () => {
    const { store } = createApp(createFakeEngine());
    for (const key of ["r", "v", "x", "]", "Escape"]) expect(commandFor(key, store.getState())).toBeNull();
  });

  it("run the checks, change the reading and walk through the checks", async () => {
    const { press, store } = await openedApp();
    await press("R");
    expect(store.getState().run.state).toBe("done");
    press("v");
    expect(store.getState().reading).toBe("vrs");
    press("ArrowDown");
    press("ArrowDown");
    expect(store.getState().openCheck).toBe("mask");
    press("ArrowUp");
    expect(store.getState().openCheck).toBe("mass");
    press("Escape");
    expect(store.getState().openCheck).toBeNull();
  });

  it("move the level by one percent, up and back", async () => {
    const { press, store } = await openedApp();
    press("]");
    expect(store.getState().parameters).toMatchObject({ contourSource: "user" });
    expect(store.getState().parameters.contourLevel).toBeCloseTo(0.1212, 12);
    press("[");
    expect(store.getState().parameters.contourLevel).toBeCloseTo(0.12, 12);
  });

  it("choose what the stage shows", async () => {
    const { press, store } = await openedApp();
    for (const key of ["y", "2", "o", "c"]) press(key);
    const { panes, surfaceView, overlays, voxel, slicesAt } = store.getState().view;
    expect({ panes, surfaceView, overlays, slicesAt }).toEqual({
      panes: "y",
      surfaceView: 1,
      overlays: "hidden",
      slicesAt: "centre",
    });
    expect(voxel).toEqual([32, 32, 32]);
  });
});

describe("scrubbing", () => {
  it("stays inside the box", async () => {
    const { actions, store } = await openedApp();
    actions.stepSlice("z", 10);
    expect(store.getState().view).toMatchObject({ voxel: [30, 33, 41], slicesAt: "chosen" });
    actions.stepSlice("z", Number.POSITIVE_INFINITY);
    expect(store.getState().view.voxel[2]).toBe(63);
    actions.stepSlice("x", -1000);
    expect(store.getState().view.voxel[0]).toBe(0);
  });
});
