import { expect, it } from "vitest";
import { createApp } from "../../src/ui/app-context.tsx";
import { createFakeEngine } from "../support/fake-engine.ts";

async function ranApp() {
  const app = createApp(createFakeEngine());
  await app.actions.openFile(new File([], "a.map"));
  await app.actions.run();
  return { ...app, colours: () => app.store.getState().view.surfaceColours };
}

it("an open check colours the surface with what it is about, and gives it back", async () => {
  const { actions, colours } = await ranApp();
  actions.openCheck("mask");
  expect(colours()).toBe("pieces");
  actions.openCheck("localOccupancy");
  expect(colours()).toBe("localOccupancy");
  actions.stepCheck(-1);
  expect(colours()).toBe("localBFactor");
  actions.openCheck("bFactor");
  expect(colours()).toBe("plain");
  actions.openCheck("localResolution");
  actions.openCheck(null);
  expect(colours()).toBe("plain");
});

it("what a visitor chose stays, until a check has colours of its own", async () => {
  const { actions, colours } = await ranApp();
  actions.setView({ surfaceColours: "pieces" });
  actions.openCheck("mass");
  actions.openCheck(null);
  expect(colours()).toBe("pieces");
  actions.openCheck("localBFactor");
  actions.setView({ surfaceColours: "localOccupancy" });
  actions.openCheck(null);
  expect(colours()).toBe("localOccupancy");
});

it("going back to the parameters closes the check and its colours", async () => {
  const { actions, colours, store } = await ranApp();
  actions.openCheck("mask");
  actions.showLedger("parameters");
  expect([store.getState().openCheck, colours()]).toEqual([null, "plain"]);
});
