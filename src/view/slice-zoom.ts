import { AXES, type Axis, eachAxis, type Triple } from "../core/volume/grid.ts";
import type { Frame } from "./draw-slice.ts";
import { PLANES } from "./slice-geometry.ts";

/** What part of the slices is seen; all three show the same part of the box. */
export interface SliceZoom {
  /** How many times as large as where a pane shows the whole slice; at least 1. */
  readonly factor: number;
  /** What comes to the middle of a pane, as far as it stays filled: fractions of the box along x, y, z. */
  readonly centre: Triple;
}

/** The whole box. */
export const WHOLE_BOX: SliceZoom = { factor: 1, centre: [0.5, 0.5, 0.5] };

/** No slice becomes larger than this. */
export const MOST_ZOOM = 32;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Fractions of a slice's width from the left and of its height from the top. */
export type SlicePlace = readonly [across: number, down: number];

/** Where the slice across an axis lies on its canvas, and beyond it, when zoomed. @param whole where all of it fits */
export function zoomedFrame(whole: Frame, canvas: Size, { axis, zoom }: { axis: Axis; zoom: SliceZoom }): Frame {
  const [across, down] = placeInSlice(axis, zoom.centre);
  const [width, height] = [whole.width * zoom.factor, whole.height * zoom.factor];
  const left = edge({ middle: across, length: width, room: canvas.width });
  return { left, top: edge({ middle: down, length: height, room: canvas.height }), width, height };
}

/** Where the slice begins: with `middle` in the middle of the room, but no gap beside it while it is the longer. */
function edge({ middle, length, room }: { middle: number; length: number; room: number }): number {
  if (length <= room) return (room - length) / 2;
  return Math.min(0, Math.max(room - length, room / 2 - middle * length));
}

/**
 * Zooms by a factor about a place, which stays where it is in the pane. @param frame of the slice, and `canvas` of the pane,
 * as they are now
 */
export function zoomedAbout(
  zoom: SliceZoom,
  by: number,
  { axis, place, frame, canvas }: { axis: Axis; place: SlicePlace; frame: Frame; canvas: Size },
): SliceZoom {
  const factor = Math.min(MOST_ZOOM, Math.max(1, zoom.factor * by));
  if (factor === 1) return WHOLE_BOX;
  const [across, down] = middleOf(frame, canvas);
  const share = zoom.factor / factor;
  const moved: SlicePlace = [place[0] + (across - place[0]) * share, place[1] + (down - place[1]) * share];
  return { factor, centre: withPlace(zoom.centre, axis, moved) };
}

/** Moves what is seen with the pointer, by pixels of the canvas. */
export function draggedBy(
  zoom: SliceZoom,
  { right, down }: { right: number; down: number },
  { axis, frame, canvas }: { axis: Axis; frame: Frame; canvas: Size },
): SliceZoom {
  if (zoom.factor === 1) return zoom;
  const [across, below] = middleOf(frame, canvas);
  const place: SlicePlace = [across - right / frame.width, below - down / frame.height];
  return { ...zoom, centre: withPlace(zoom.centre, axis, place) };
}

/** The same zoom about a voxel: along all axes, or along one. */
export function centredOn(zoom: SliceZoom, voxel: Triple, { box, along }: { box: Triple; along?: Axis }): SliceZoom {
  const centre = eachAxis((k) =>
    along === undefined || AXES[k] === along ? (voxel[k] + 0.5) / box[k] : zoom.centre[k],
  );
  return { ...zoom, centre };
}

/** The place of the slice in the middle of the canvas. */
function middleOf({ left, top, width, height }: Frame, canvas: Size): SlicePlace {
  return [(canvas.width / 2 - left) / width, (canvas.height / 2 - top) / height];
}

function placeInSlice(axis: Axis, fractions: Triple): SlicePlace {
  const { right, vertical, direction } = PLANES[axis];
  const along = fractions[AXES.indexOf(vertical)]!;
  return [fractions[AXES.indexOf(right)]!, direction === "up" ? 1 - along : along];
}

/** The fractions with those of a slice's place in them, within the box. */
function withPlace(fractions: Triple, axis: Axis, [across, down]: SlicePlace): Triple {
  const { right, vertical, direction } = PLANES[axis];
  const within = (fraction: number) => Math.min(1, Math.max(0, fraction));
  return eachAxis((k) => {
    if (AXES[k] === right) return within(across);
    if (AXES[k] === vertical) return within(direction === "up" ? 1 - down : down);
    return fractions[k];
  });
}
