import { strFromU8 } from "fflate";
import { jsPDF } from "jspdf";

/** What jsPDF 4.2 writes as an image object. */
interface ImageObject {
  readonly alias: string;
  readonly index: number;
  readonly data: string;
  readonly width: number;
  readonly height: number;
  readonly colorSpace: "DeviceRGB" | "DeviceGray";
  readonly bitsPerComponent: 8;
  readonly filter: "FlateDecode";
  readonly decodeParameters: string;
}

const HEADER = 16;
const COLOUR_TYPE = 25;
const IDAT = 33;
const RGB = 2;

/**
 * Makes jsPDF take the rows of a PNG file as they are: PDF unpacks them by the same rules (ISO 32000-1, 7.4.4). jsPDF's
 * own reader unpacks, filters and packs every picture anew, which took a third of the time of a report. The files are
 * those of drawing/png.ts, grey or RGB of 8 bits with one IDAT chunk; for this module's jsPDF, others are no pictures.
 */
export function embedPngAsIs(): void {
  (jsPDF.API as unknown as { processPNG: typeof imageObject }).processPNG = imageObject;
}

function imageObject(png: Uint8Array, index: number, alias: string): ImageObject {
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [view.getUint32(HEADER), view.getUint32(HEADER + 4)];
  const channels = png[COLOUR_TYPE] === RGB ? 3 : 1;
  const rows = png.subarray(IDAT + 8, IDAT + 8 + view.getUint32(IDAT));
  return {
    alias,
    index,
    data: strFromU8(rows, true),
    width,
    height,
    colorSpace: channels === 3 ? "DeviceRGB" : "DeviceGray",
    bitsPerComponent: 8,
    filter: "FlateDecode",
    // 15: the filter of each row is named in the row.
    decodeParameters: `/Predictor 15 /Colors ${channels} /BitsPerComponent 8 /Columns ${width}`,
  };
}
