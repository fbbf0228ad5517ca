import { encode } from "fast-png";
import type { RgbImage } from "../figures.ts";
import type { GreyImage } from "./grey.ts";

/** `stored` is for who unpacks the picture again at once. */
export type Packing = "deflated" | "stored";

/** A PNG file of a colour picture, 8 bit, no alpha and no metadata: the same picture gives the same bytes everywhere. */
export function encodeRgbPng({ width, height, rgb }: RgbImage, packing: Packing = "deflated"): Uint8Array {
  return encodePng(rgb, { width, height, channels: 3 }, packing);
}

/** A PNG file of a grey picture, 8 bit; bytes as {@link encodeRgbPng}. */
export function encodeGreyPng({ width, height, grey }: GreyImage, packing: Packing = "deflated"): Uint8Array {
  return encodePng(grey, { width, height, channels: 1 }, packing);
}

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

function encodePng(data: Uint8Array, shape: Shape, packing: Packing): Uint8Array {
  return encode({ ...shape, data, depth: 8 }, { zlib: { level: packing === "stored" ? 0 : 3 } });
}
