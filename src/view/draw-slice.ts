import { type ColourScheme, type GreyScale, paintGreys } from "./grey-scale.ts";
import type { SliceImage } from "./slice-image.ts";

/** Where a slice lies on its canvas, in canvas pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Everything that a slice pane shows besides its words. */
export interface SliceScene {
  readonly picture: HTMLCanvasElement;
  /** Segments from `levelOutline`, in slice pixels; `null` with overlays off. */
  readonly outline: Float32Array | null;
  /** Column and row of the crosshair's voxel. */
  readonly crosshair: readonly [number, number];
  readonly colours: { readonly background: string; readonly outline: string; readonly crosshair: string };
  /** Canvas pixels per CSS pixel, for line widths. */
  readonly density: number;
}

/** The slice in greys on a canvas of its own size. Allocates; redraw it only when slice, scale or scheme change. */
export function slicePicture(slice: SliceImage, scale: GreyScale, scheme: ColourScheme): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = slice.width;
  canvas.height = slice.height;
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  const image = context.createImageData(slice.width, slice.height);
  paintGreys(slice.values, scale, scheme, image.data);
  context.putImageData(image, 0, 0);
  return canvas;
}

/** The largest frame of the given shape, in the middle of a canvas. */
export function fitFrame(canvas: { width: number; height: number }, aspect: number): Frame {
  const width = Math.min(canvas.width, canvas.height * aspect);
  const height = width / aspect;
  return { left: (canvas.width - width) / 2, top: (canvas.height - height) / 2, width, height };
}

/** Draws the slice, its level outline and the crosshair, which leaves a gap around its voxel. */
export function drawSlice(canvas: HTMLCanvasElement, frame: Frame, scene: SliceScene): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { picture, colours } = scene;
  context.fillStyle = colours.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, frame.left, frame.top, frame.width, frame.height);
  if (scene.outline) strokeOutline(context, frame, scene);
  strokeCrosshair(context, frame, scene);
}

function strokeOutline(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { picture, outline, colours, density }: SliceScene,
) {
  if (!outline) return;
  const sx = frame.width / picture.width;
  const sy = frame.height / picture.height;
  context.beginPath();
  for (let i = 0; i < outline.length; i += 4) {
    context.moveTo(frame.left + sx * outline[i]!, frame.top + sy * outline[i + 1]!);
    context.lineTo(frame.left + sx * outline[i + 2]!, frame.top + sy * outline[i + 3]!);
  }
  context.lineWidth = density;
  context.strokeStyle = colours.outline;
  context.stroke();
}

function strokeCrosshair(context: CanvasRenderingContext2D, frame: Frame, scene: SliceScene) {
  const { picture, colours, density } = scene;
  const x = frame.left + ((scene.crosshair[0] + 0.5) * frame.width) / picture.width;
  const y = frame.top + ((scene.crosshair[1] + 0.5) * frame.height) / picture.height;
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
  context.lineWidth = density;
  context.strokeStyle = colours.crosshair;
  context.globalAlpha = 0.55;
  context.stroke();
  context.globalAlpha = 1;
}
