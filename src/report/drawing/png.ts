import { zlibSync } from "fflate";
import type { PngImage, PngViews, RgbImage, SurfaceViews } from "../figures.ts";
import type { GreyImage } from "./grey.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GREY = { channels: 1, colourType: 0 } as const;
const RGB = { channels: 3, colourType: 2 } as const;
/** The filter of all rows: each is written as its difference from the row above. Of PNG's five it packs surfaces best. */
const UP = 2;
/** Deflate's effort. Higher levels take two or three times as long and save a tenth. */
const LEVEL = 1;
/** Length, type and check sum around the data of a chunk. */
const CHUNK_FRAME = 12;

/** A PNG file of a colour picture, 8 bit, no alpha and no metadata: the same picture gives the same bytes everywhere. Allocates. */
export function encodeRgbPng({ width, height, rgb }: RgbImage): PngImage {
  return { width, height, png: encodePng(rgb, { width, height, form: RGB }) };
}

/** A PNG file of a grey picture, 8 bit; bytes as {@link encodeRgbPng}. */
export function encodeGreyPng({ width, height, grey }: GreyImage): PngImage {
  return { width, height, png: encodePng(grey, { width, height, form: GREY }) };
}

/** The views of a surface, as {@link encodeRgbPng}. */
export function encodeViews([first, second, third]: SurfaceViews): PngViews {
  return [encodeRgbPng(first), encodeRgbPng(second), encodeRgbPng(third)];
}

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly form: typeof GREY | typeof RGB;
}

/** RFC 2083: a header, all rows in one IDAT chunk, the end. */
function encodePng(pixels: Uint8Array, { width, height, form }: Shape): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([8, form.colourType], 8);
  const data = zlibSync(filtered(pixels, { height, rowBytes: form.channels * width }), { level: LEVEL });
  const file = new Uint8Array(SIGNATURE.length + 3 * CHUNK_FRAME + header.length + data.length);
  file.set(SIGNATURE);
  const afterHeader = writeChunk(file, SIGNATURE.length, { type: "IHDR", data: header });
  const afterData = writeChunk(file, afterHeader, { type: "IDAT", data });
  writeChunk(file, afterData, { type: "IEND", data: new Uint8Array() });
  return file;
}

function filtered(pixels: Uint8Array, { height, rowBytes }: { height: number; rowBytes: number }): Uint8Array {
  const rows = new Uint8Array(height * (rowBytes + 1));
  for (let y = 0; y < height; y++) {
    const from = y * rowBytes;
    const to = y * (rowBytes + 1) + 1;
    rows[to - 1] = UP;
    for (let i = 0; i < rowBytes; i++) {
      const above = y === 0 ? 0 : pixels[from - rowBytes + i]!;
      rows[to + i] = pixels[from + i]! - above;
    }
  }
  return rows;
}

/** Returns where the next chunk begins. */
function writeChunk(file: Uint8Array, at: number, { type, data }: { type: string; data: Uint8Array }): number {
  const view = new DataView(file.buffer);
  const end = at + 8 + data.length;
  view.setUint32(at, data.length);
  for (let i = 0; i < 4; i++) file[at + 4 + i] = type.charCodeAt(i);
  file.set(data, at + 8);
  view.setUint32(end, checkSum(file.subarray(at + 4, end)));
  return end + 4;
}

/** CRC-32 as PNG has it: polynomial 0xEDB88320, bits from the lowest. */
function checkSum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) sum = REMAINDERS[(sum ^ bytes[i]!) & 0xff]! ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});
