import { encode } from "fast-png";
import type { RgbImage } from "../figures.ts";
import type { GreyImage } from "./grey.ts";

/** A PNG file of a colour picture, 8 bit, no alpha and no metadata: the same picture gives the same bytes everywhere. */
export function encodeRgbPng({ width, height, rgb }: RgbImage): Uint8Array {
  return encodePng(rgb, { width, height, channels: 3 });
}

/** A PNG file of a grey picture, 8 bit; bytes as {@link encodeRgbPng}. */
export function encodeGreyPng({ width, height, grey }: GreyImage): Uint8Array {
  return encodePng(grey, { width, height, channels: 1 });
}

function encodePng(data: Uint8Array, shape: { width: number; height: number; channels: 1 | 3 }): Uint8Array {
  return encode({ ...shape, data, depth: 8 }, { zlib: { level: 3 } });
}
