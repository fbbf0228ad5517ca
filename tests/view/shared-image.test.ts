import { describe, expect, it } from "vitest";
import { sharedImage } from "../../src/view/niivue/shared-image.ts";

const BOX = [5, 4, 3] as const;

function volumeOf(voxels: Float32Array) {
  return { box: BOX, voxelSize: [1.5, 1.5, 2], voxels, binning: 1 } as const;
}

describe("the image that NiiVue draws", () => {
  it("has the map's own memory, sizes and places in Å", async () => {
    const buffer = new SharedArrayBuffer(4 * 60);
    const voxels = new Float32Array(buffer).map((_, i) => i);
    new Float32Array(buffer).set(voxels);
    const image = await sharedImage(volumeOf(new Float32Array(buffer)), { low: 0, high: 2 });
    expect((image.img as Float32Array).buffer).toBe(buffer);
    expect(image.hdr?.dims).toEqual([3, 5, 4, 3, 1, 1, 1, 1]);
    expect(image.pixDimsRAS?.slice(1)).toEqual([1.5, 1.5, 2]);
    expect(image.vox2mm([1, 2, 1], image.matRAS!)).toEqual(Float32Array.from([1.5, 3, 2]));
    expect(image.img2RAS()).toEqual(voxels);
  });

  it("takes its window from the caller, however narrow, and samples none", async () => {
    const voxels = new Float32Array(new SharedArrayBuffer(4 * 60)).fill(9);
    const image = await sharedImage(volumeOf(voxels), { low: 2e-7, high: 6e-7 });
    expect([image.cal_min, image.cal_max]).toEqual([0, 1]);
    const shown = (value: number) => image.hdr!.scl_slope * value + image.hdr!.scl_inter;
    expect([2e-7, 4e-7, 6e-7].map(shown)).toEqual([0, 0.5, 1].map((place) => expect.closeTo(place, 9)));
    image.colormap = "viridis";
    expect([image.cal_min, image.cal_max]).toEqual([0, 1]);
  });

  it("refuses voxels that do not begin where their buffer begins", async () => {
    const voxels = new Float32Array(new SharedArrayBuffer(4 * 61), 4);
    await expect(sharedImage(volumeOf(voxels), { low: 0, high: 1 })).rejects.toThrow("byte 0");
  });
});
