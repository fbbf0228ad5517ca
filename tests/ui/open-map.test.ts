import { describe, expect, it } from "vitest";
import { MapError } from "../../src/core/errors.ts";
import type { Engine, OpenedMap } from "../../src/engine/engine.ts";
import { createApp } from "../../src/ui/app-context.tsx";
import { createFakeEngine, deferred, sampleOpenedMap } from "../support/fake-engine.ts";

const file = (name: string) => new File([new Uint8Array(4)], name);

function appWith(answers: Partial<Engine> = {}) {
  const engine = createFakeEngine(answers);
  const { actions, store } = createApp(engine);
  return { closed: engine.closed, actions, store };
}

describe("opening a map", () => {
  it("starts from the first suggested level, at the slices of largest variance", async () => {
    const { actions, store } = appWith();
    await actions.openFile(file("a.map"));
    const { map, parameters, view, opening } = store.getState();
    expect(map?.fileName).toBe("a.map");
    expect(parameters).toEqual({ contourLevel: 0.12, contourSource: "suggested", resolution: null });
    expect(view.voxel).toEqual([30, 33, 31]);
    expect(opening).toBeNull();
  });

  it("closes the map before, and only after the new one is open", async () => {
    const second = deferred<OpenedMap>();
    const opened = [Promise.resolve(sampleOpenedMap({ id: "first" })), second.promise];
    const { closed, actions, store } = appWith({ open: () => opened.shift()! });
    await actions.openFile(file("first.map"));
    const opening = actions.openFile(file("second.map"));
    expect(closed).toEqual([]);
    expect(store.getState().map?.id).toBe("first");
    second.resolve(sampleOpenedMap({ id: "second" }));
    await opening;
    expect(closed).toEqual(["first"]);
  });

  it("keeps the open map and its results when another cannot be read", async () => {
    const open: Engine["open"] = async (source) => {
      if ("file" in source && source.file.name === "bad.map") throw new MapError("map.truncated", "It ends early.");
      return sampleOpenedMap();
    };
    const { actions, store } = appWith({ open });
    await actions.openFile(file("good.map"));
    await actions.run();
    await actions.openFile(file("bad.map"));
    expect(store.getState().map?.id).toBe("map-1");
    expect(store.getState().run.report?.checks).toHaveLength(8);
    expect(store.getState().fault).toMatchObject({ code: "map.truncated", sentence: "It ends early." });
  });

  it("asks for a voxel size that the header lacks, then reads the same file with it", async () => {
    const asked: (number | undefined)[] = [];
    const open: Engine["open"] = async (_source, options = {}) => {
      asked.push(options.voxelSize);
      if (options.voxelSize === undefined) throw new MapError("map.needsVoxelSize", "No voxel size.");
      return sampleOpenedMap({ voxelSizeSource: "user" });
    };
    const { actions, store } = appWith({ open });
    await actions.openFile(file("no-size.mrc"));
    expect(store.getState().opening).toMatchObject({ fileName: "no-size.mrc", ask: "voxelSize" });
    await actions.giveVoxelSize(1.06);
    expect(asked).toEqual([undefined, 1.06]);
    expect(store.getState()).toMatchObject({ opening: null, fault: null, map: { voxelSizeSource: "user" } });
  });

  it("keeps level and resolution when the voxel size of an open map is changed", async () => {
    const { actions, store } = appWith();
    await actions.openFile(file("a.map"));
    actions.setParameters({ contourLevel: 0.2, contourSource: "user", resolution: 4 });
    await actions.giveVoxelSize(1.1);
    expect(store.getState().parameters).toEqual({ contourLevel: 0.2, contourSource: "user", resolution: 4 });
  });

  it("reads the last file again binned, after a lack of memory or on request, and suggests its level anew", async () => {
    const asked: (number | undefined)[] = [];
    const open: Engine["open"] = async (_source, options = {}) => {
      asked.push(options.binning);
      if (!options.binning) throw new MapError("map.tooLarge", "No room.");
      return sampleOpenedMap({ binning: 2 });
    };
    const { actions, store } = appWith({ open });
    await actions.openFile(file("large.map"));
    expect(store.getState()).toMatchObject({ map: null, fault: { code: "map.tooLarge" } });
    await actions.bin();
    expect(asked).toEqual([undefined, 2]);
    expect(store.getState()).toMatchObject({ fault: null, map: { binning: 2 } });
    const { contourLevel } = store.getState().parameters;
    actions.setParameters({ contourLevel: 99, contourSource: "suggested", resolution: 4 });
    await actions.bin();
    expect(store.getState().parameters).toMatchObject({ contourLevel, contourSource: "suggested", resolution: 4 });
  });

  it("hears no progress of a map that is open already", async () => {
    let report: () => void = () => {};
    const open: Engine["open"] = async (_source, { onProgress } = {}) => {
      report = () => onProgress?.({ step: "read", fraction: 0.6 });
      return sampleOpenedMap();
    };
    const { actions, store } = appWith({ open });
    await actions.openFile(file("a.map"));
    report();
    expect(store.getState().opening).toBeNull();
  });

  it("gives the voxel size of a binned map to its file", async () => {
    const sizes: (number | undefined)[] = [];
    const open: Engine["open"] = async (_source, { voxelSize, binning } = {}) => {
      sizes.push(voxelSize);
      return sampleOpenedMap({ ...(binning && { binning }) });
    };
    const { actions } = appWith({ open });
    await actions.openFile(file("a.map"));
    await actions.bin();
    await actions.giveVoxelSize(3);
    expect(sizes).toEqual([undefined, undefined, 1.5]);
  });

  it("lets the later of two files win, whichever is read first", async () => {
    const slow = deferred<OpenedMap>();
    const answers = [slow.promise, Promise.resolve(sampleOpenedMap({ id: "later" }))];
    const { closed, actions, store } = appWith({ open: () => answers.shift()! });
    const earlier = actions.openFile(file("earlier.map"));
    await actions.openFile(file("later.map"));
    slow.resolve(sampleOpenedMap({ id: "earlier" }));
    await earlier;
    expect(store.getState().map?.id).toBe("later");
    expect(closed).toEqual(["earlier"]);
  });

  it("treats a cancelled reading as no fault", async () => {
    const open: Engine["open"] = (_source, { signal } = {}) =>
      new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    const { actions, store } = appWith({ open });
    const opening = actions.openFile(file("large.map"));
    actions.cancelOpening();
    await opening;
    expect(store.getState()).toMatchObject({ opening: null, fault: null, map: null });
  });
});
