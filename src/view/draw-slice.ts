import type { SliceImage } from "./slice-image.ts";
import { paintSlice, type SliceLook } from "./slice-look.ts";

/** Where a slice lies on its canvas, in canvas pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What lies over a slice: an outline, a filling, or both. */
export interface SliceLayer {
  /** Segments from `levelOutline`, in slice pixels; none for a filling alone. */
  readonly segments: Float32Array;
  /** Of outline and tint. */
  readonly colour: string;
  /** 0…1 a pixel: how much of the layer's colour it gets. */
  readonly tint: SliceImage | null;
  /** In colours of its own, RGBA, as many pixels as the slice. */
  readonly picture: Uint8ClampedArray<ArrayBuffer> | null;
  /** 0…1, of the filling, or of the outline where there is nothing else. */
  readonly opacity: number;
}

/** Everything that a slice pane shows besides its words. */
export interface SliceScene {
  /** Of any size; it fills the frame. */
  readonly picture: HTMLCanvasElement;
  /** Columns and rows of the slice. */
  readonly pixels: { readonly width: number; readonly height: number };
  /** What is drawn over it, in this order. */
  readonly layers: readonly SliceLayer[];
  /** Column and row of the crosshair's voxel. */
  readonly crosshair: readonly [number, number];
  readonly colours: { readonly background: string; readonly crosshair: string };
  /** `cased`: lines get a dark edge, where the colour map has light backgrounds or hues of its own. */
  readonly lines: "plain" | "cased";
  /** Canvas pixels per CSS pixel, for line widths. */
  readonly density: number;
}

/** The slice on a canvas of its own size. Allocates; redraw it only when slice or look change. */
export function slicePicture(slice: SliceImage, look: SliceLook): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = slice.width;
  canvas.height = slice.height;
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  const image = context.createImageData(slice.width, slice.height);
  paintSlice(slice.values, look, image.data);
  context.putImageData(image, 0, 0);
  return canvas;
}

/** The largest frame of the given shape, in the middle of a canvas. */
export function fitFrame(canvas: { width: number; height: number }, aspect: number): Frame {
  const width = Math.min(canvas.width, canvas.height * aspect);
  const height = width / aspect;
  return { left: (canvas.width - width) / 2, top: (canvas.height - height) / 2, width, height };
}

/** Draws the slice, its outlines and the crosshair, which leaves a gap around its voxel. */
export function drawSlice(canvas: HTMLCanvasElement, frame: Frame, scene: SliceScene): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { picture, colours } = scene;
  context.fillStyle = colours.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, frame.left, frame.top, frame.width, frame.height);
  for (const layer of scene.layers) drawLayer(context, frame, { layer, scene });
  strokeCrosshair(context, frame, scene);
}

function drawLayer(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { layer, scene }: { layer: SliceLayer; scene: SliceScene },
) {
  const { segments, colour, opacity } = layer;
  const sx = frame.width / scene.pixels.width;
  const sy = frame.height / scene.pixels.height;
  const filling = fillingOf(layer, scene);
  context.globalAlpha = opacity;
  if (filling) {
    context.imageSmoothingEnabled = false;
    context.drawImage(filling, frame.left, frame.top, frame.width, frame.height);
    context.imageSmoothingEnabled = true;
    context.globalAlpha = 1;
  }
  context.beginPath();
  for (let i = 0; i < segments.length; i += 4) {
    context.moveTo(frame.left + sx * segments[i]!, frame.top + sy * segments[i + 1]!);
    context.lineTo(frame.left + sx * segments[i + 2]!, frame.top + sy * segments[i + 3]!);
  }
  strokeLines(context, colour, scene);
  context.globalAlpha = 1;
}

function strokeLines(context: CanvasRenderingContext2D, colour: string, { lines, density }: SliceScene) {
  if (lines === "cased") {
    context.lineWidth = 3 * density;
    context.strokeStyle = "rgb(0 0 0 / 50%)";
    context.stroke();
  }
  context.lineWidth = density;
  context.strokeStyle = colour;
  context.stroke();
}

function fillingOf({ tint, picture, colour }: SliceLayer, { pixels }: SliceScene): HTMLCanvasElement | null {
  if (tint) return tintPicture(tint, colour);
  if (!picture) return null;
  const canvas = document.createElement("canvas");
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  canvas.getContext("2d")?.putImageData(new ImageData(picture, pixels.width, pixels.height), 0, 0);
  return canvas;
}

/** A slice of shares in one colour, from clear at 0 to full at 1. */
function tintPicture({ width, height, values }: SliceImage, colour: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  const image = context.createImageData(width, height);
  values.forEach((value, i) => {
    image.data[4 * i + 3] = 255 * value;
  });
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = "source-in";
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return canvas;
}

function strokeCrosshair(context: CanvasRenderingContext2D, frame: Frame, scene: SliceScene) {
  const { pixels, colours, density } = scene;
  const x = frame.left + ((scene.crosshair[0] + 0.5) * frame.width) / pixels.width;
  const y = frame.top + ((scene.crosshair[1] + 0.5) * frame.height) / pixels.height;
  const gap = 9 * density;
  context.beginPath();
  context.moveTo(frame.left, y);
  context.lineTo(Math.max(frame.left, x - gap), y);
  context.moveTo(Math.min(frame.left + frame.width, x + gap), y);
  context.lineTo(frame.left + frame.width, y);
  context.moveTo(x, frame.top);
  context.lineTo(x, Math.max(frame.top, y - gap));
  context.moveTo(x, Math.min(frame.top + frame.height, y + gap));
  context.lineTo(x, frame.top + frame.height);
  context.globalAlpha = 0.55;
  strokeLines(context, colours.crosshair, scene);
  context.globalAlpha = 1;
}
