import { describe, expect, it } from "vitest";
import type { Axis, Triple } from "../../src/core/volume/grid.ts";
import { fitFrame } from "../../src/view/draw-slice.ts";
import { voxelAt } from "../../src/view/slice-geometry.ts";
import {
  centredOn,
  draggedBy,
  MOST_ZOOM,
  type SliceZoom,
  WHOLE_BOX,
  zoomedAbout,
  zoomedFrame,
} from "../../src/view/slice-zoom.ts";

const BOX: Triple = [40, 50, 60];
const CANVAS = { width: 300, height: 200 };
const ASPECTS = { x: 50 / 60, y: 60 / 40, z: 40 / 50 } as const;

const frameOf = (axis: Axis, zoom: SliceZoom) => zoomedFrame(fitFrame(CANVAS, ASPECTS[axis]), CANVAS, { axis, zoom });

/** The place of the slice under a pixel of the canvas. */
function placeUnder(axis: Axis, zoom: SliceZoom, [x, y]: readonly [number, number]) {
  const { left, top, width, height } = frameOf(axis, zoom);
  return [(x - left) / width, (y - top) / height] as const;
}

describe("a slice that is zoomed in", () => {
  it("is the whole one in the middle without zoom", () =>
    expect(frameOf("z", WHOLE_BOX)).toEqual(fitFrame(CANVAS, ASPECTS.z)));

  it.each(["x", "y", "z"] as const)("keeps what is under the pointer there, across %s", (axis) => {
    let zoom = zoomedAbout(WHOLE_BOX, 6, {
      axis,
      place: [0.5, 0.5],
      frame: frameOf(axis, WHOLE_BOX),
      canvas: CANVAS,
    });
    const pixel = [170, 80] as const;
    const place = placeUnder(axis, zoom, pixel);
    for (const by of [1.3, 1.7, 0.8]) {
      zoom = zoomedAbout(zoom, by, { axis, place, frame: frameOf(axis, zoom), canvas: CANVAS });
      const now = placeUnder(axis, zoom, pixel);
      expect(now[0]).toBeCloseTo(place[0], 12);
      expect(now[1]).toBeCloseTo(place[1], 12);
    }
    expect(zoom.factor).toBeCloseTo(6 * 1.3 * 1.7 * 0.8, 12);
  });

  it.each(["x", "y", "z"] as const)("has a voxel that it is centred on in the middle, across %s", (axis) => {
    const voxel: Triple = [17, 21, 34];
    const zoom = centredOn({ factor: 8, centre: [0.1, 0.1, 0.1] }, voxel, { box: BOX });
    const middle = placeUnder(axis, zoom, [CANVAS.width / 2, CANVAS.height / 2]);
    expect(voxelAt(axis, middle, { voxel, box: BOX })).toEqual(voxel);
  });

  it("leaves no gap beside it that it could fill, and is not larger than that", () => {
    const zoom = { factor: 4, centre: [0, 1, 0.5] as const };
    const { left, top } = frameOf("z", zoom);
    expect([left, top]).toEqual([0, 0]);
    const frame = frameOf("z", WHOLE_BOX);
    expect(zoomedAbout(zoom, 1e9, { axis: "z", place: [0.5, 0.5], frame, canvas: CANVAS }).factor).toBe(MOST_ZOOM);
  });

  it("goes with the pointer that drags it, and stays whole where it is whole", () => {
    const zoom = { factor: 5, centre: [0.4, 0.6, 0.5] as const };
    const frame = frameOf("y", zoom);
    const before = placeUnder("y", zoom, [100, 100]);
    const moved = draggedBy(zoom, { right: 12, down: -7 }, { axis: "y", frame, canvas: CANVAS });
    const after = placeUnder("y", moved, [112, 93]);
    expect(after[0]).toBeCloseTo(before[0], 12);
    expect(after[1]).toBeCloseTo(before[1], 12);
    expect(draggedBy(WHOLE_BOX, { right: 5, down: 5 }, { axis: "y", frame, canvas: CANVAS })).toBe(WHOLE_BOX);
  });

  it("becomes the whole box again, wherever it was", () => {
    const zoom = { factor: 1.2, centre: [0.1, 0.9, 0.3] as const };
    const frame = frameOf("z", zoom);
    expect(zoomedAbout(zoom, 0.5, { axis: "z", place: [0, 0], frame, canvas: CANVAS })).toBe(WHOLE_BOX);
  });

  it("can follow a voxel along one axis alone", () =>
    expect(centredOn({ factor: 3, centre: [0.2, 0.3, 0.4] }, [9, 9, 29], { box: BOX, along: "z" }).centre).toEqual([
      0.2,
      0.3,
      29.5 / 60,
    ]));
});
