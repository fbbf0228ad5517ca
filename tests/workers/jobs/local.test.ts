import { describe, expect, it } from "vitest";
import { dilationSteps } from "../../../src/core/volume/components.ts";
import type { MapHandle, MaskHandle } from "../../../workers/protocol.ts";
import { makeLocalWorker, mapHandle } from "../../support/local-worker.ts";
import { T32, t32Voxels } from "../../support/phantom.ts";

const worker = makeLocalWorker();

async function resized(resolution: number): Promise<{ map: MapHandle; mask: MaskHandle; raw: number }> {
  const map = await worker.run("resize", { map: mapHandle(t32Voxels(), T32), resolution });
  const steps = dilationSteps(map.grid.voxelSize[0]);
  const request = { map, level: T32.contourLevel, levels: [], dilationSteps: steps };
  const { hardMask, mask } = await worker.run("segment", request);
  return { map, mask: hardMask!, raw: mask.componentSizes.reduce((sum, size) => sum + size, 0) };
}

// The conformance map by numpy 1.26 and scipy 1.17, and by the programs of VRS to the digits it prints.
const VECTORS = [
  { resolution: 6, raw: 319, mask: 694, b: [-385.712, -341.701, -323.595, -303.91, -268.76], frequencies: 1, occupancy: [0, 0.25, 1, 1, 1] },
  { resolution: 3, raw: 2556, mask: 5621, b: [-345.011, -287.67, -254.615, -223.569, -177.202], frequencies: 3, occupancy: [0, 2 / 3, 1, 1, 1] },
  { resolution: 8, raw: 142, mask: 382, b: [-412.917, -370.714, -342.105, -309.365, -264.113], frequencies: 1, occupancy: [0, 0.25, 1, 1, 1] },
];

describe.each(VECTORS)("the conformance map at $resolution Å", ({ resolution, raw, mask, b, frequencies, occupancy }) => {
  it("has its masks", async () => {
    const { raw: voxels } = await resized(resolution);
    expect(voxels).toBe(raw);
  });

  it("has the local B-factors of the reference", async () => {
    const { map, mask: hard } = await resized(resolution);
    const measured = await worker.run("localBFactor", { map, mask: hard, resolution, voxelSize: T32.voxelSize });
    expect(measured!.resized.maskVoxels).toBe(mask);
    const { p2_5, p25, p50, p75, p97_5 } = measured!.vrs.percentiles;
    [p2_5, p25, p50, p75, p97_5].forEach((value, i) => expect(value).toBeCloseTo(b[i], 2));
    expect(measured!.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(mask);
  });

  it("has the local occupancies of the reference", async () => {
    const { map, mask: hard } = await resized(resolution);
    const measured = await worker.run("localOccupancy", { map, mask: hard, resolution });
    expect(measured!.frequencies).toBe(frequencies);
    const { p2_5, p25, p50, p75, p97_5 } = measured!.percentiles;
    [p2_5, p25, p50, p75, p97_5].forEach((value, i) => expect(value).toBeCloseTo(occupancy[i], 6));
  });
});
