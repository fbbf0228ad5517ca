import { describe, expect, it } from "vitest";
import type { ValidationParameters } from "../../src/engine/engine.ts";
import { BLOB_LEVEL, blobMap } from "../support/blob-map.ts";
import { nodeEngine, watchedPlatform } from "../support/node-engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SIDE = 32;
const PARAMETERS: ValidationParameters = { contourLevel: BLOB_LEVEL, contourSource: "user", resolution: 6 };
const path = temporaryFolder().write("blobs.map", blobMap(SIDE));

describe.each(["shared", "private"] as const)("slices of the hard mask with %s memory", (memory) => {
  it("exist once a run has made the mask, at its level only, in the map's orientation", {
    timeout: 60_000,
  }, async () => {
    const engine = nodeEngine(watchedPlatform({ memory }));
    const { id } = await engine.open({ path });
    expect(await engine.maskSlice(id, BLOB_LEVEL, { axis: "z", index: 0 })).toBeNull();
    const { figures } = await engine.validate(id, PARAMETERS);
    expect(await engine.maskSlice(id, 2 * BLOB_LEVEL, { axis: "z", index: 0 })).toBeNull();
    for (const [k, axis] of (["x", "y", "z"] as const).entries()) {
      const { indices, slices } = figures.hardMask!;
      expect(await engine.maskSlice(id, BLOB_LEVEL, { axis, index: indices![k]! })).toEqual(slices[k]);
    }
  });

  it("are gone with the map", async () => {
    const engine = nodeEngine(watchedPlatform({ memory }));
    const { id } = await engine.open({ path });
    engine.close(id);
    await expect(engine.maskSlice(id, BLOB_LEVEL, { axis: "z", index: 0 })).rejects.toThrow("no longer open");
  });
});
