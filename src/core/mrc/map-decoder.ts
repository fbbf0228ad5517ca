import { MapError } from "../errors.ts";
import { voxelCount } from "../volume/grid.ts";
import { type Binning, binnedLayout, createBinningWriter, diagnoseBinning } from "./binned-voxels.ts";
import { diagnoseExtraBytes, diagnoseHeader } from "./diagnosis.ts";
import type { DiagnosisLine } from "./finding.ts";
import { HEADER_BYTES } from "./header.ts";
import { assertAddressable, interpretHeader, type MapLayout } from "./interpretation.ts";
import { notAMapError, truncatedError } from "./refusals.ts";
import { createVoxelWriter, type VoxelWriter } from "./voxels.ts";

/** Gives the buffer that the voxels stay in. */
export type Allocate = (bytes: number) => ArrayBuffer | SharedArrayBuffer;

export interface DecoderOptions {
  readonly allocate: Allocate;
  /** Å, in place of the header's. */
  readonly voxelSize?: number;
  /** Keeps the means of blocks of voxels in place of the voxels; the whole map is never held. */
  readonly binning?: Binning;
  /** The most bytes that `write` can be given in all, where that is known; for a plain file, its size. */
  readonly atMost?: number;
  /** Whether the bytes are the file's own or came out of a compressed one; only words depend on it. */
  readonly content?: "asGiven" | "unpacked";
}

export interface DecodedMap {
  /** Of the file, with the grid of the voxels. */
  readonly layout: MapLayout;
  readonly voxels: Float32Array;
  readonly diagnosis: readonly DiagnosisLine[];
}

/** Takes an unpacked map file in order, cut anywhere. */
export interface MapDecoder {
  write(bytes: Uint8Array): void;
  /** The map, once every byte was written. Throws `map.truncated` or `map.notAMap` where some are missing. */
  finish(): DecodedMap;
}

/**
 * Decodes an MRC or CCP4 map in one pass, into one buffer that `allocate` gives and the caller owns.
 *
 * The buffer is asked for once the header makes sense and, with `atMost`, once the file can hold what the header
 * promises. `write` throws what {@link interpretHeader} throws, `map.truncated`, and `map.tooLarge` where the box cannot
 * be indexed or `allocate` throws a RangeError.
 */
export function createMapDecoder(options: DecoderOptions): MapDecoder {
  const start = new Uint8Array(HEADER_BYTES);
  const { binning, content = "asGiven" } = options;
  let received = 0;
  let layout: MapLayout | null = null;
  let voxels: Float32Array | null = null;
  let writer: VoxelWriter | null = null;

  const begin = () => {
    layout = interpretHeader(start, options);
    const atMost = options.atMost ?? Number.POSITIVE_INFINITY;
    if (layout.fileBytes > atMost) {
      throw truncatedError(layout.fileBytes, atMost, content === "asGiven" ? content : "atMost");
    }
    const kept = binning ? binnedLayout(layout, binning) : layout;
    assertAddressable(kept.grid.box);
    voxels = allocateVoxels(kept, options.allocate);
    writer = binning ? createBinningWriter(layout, voxels) : createVoxelWriter(layout, voxels);
  };

  return {
    write(bytes) {
      const fromHeader = Math.min(bytes.length, Math.max(0, HEADER_BYTES - received));
      start.set(bytes.subarray(0, fromHeader), Math.min(received, HEADER_BYTES));
      const before = received;
      received += bytes.length;
      if (layout === null && received >= HEADER_BYTES) begin();
      if (layout === null || writer === null) return;
      const voxelsFrom = Math.max(0, layout.dataOffset - before);
      if (voxelsFrom < bytes.length) writer.write(bytes.subarray(voxelsFrom));
    },
    finish() {
      if (layout === null || voxels === null) throw notAMapError(start.subarray(0, received));
      if (received < layout.fileBytes) throw truncatedError(layout.fileBytes, received, content);
      const diagnosis = [...diagnoseHeader(layout), ...diagnoseExtraBytes(received - layout.fileBytes)];
      if (!binning) return { layout, voxels, diagnosis };
      return {
        layout: binnedLayout(layout, binning),
        voxels,
        diagnosis: [diagnoseBinning(layout, binning), ...diagnosis],
      };
    },
  };
}

function allocateVoxels(layout: MapLayout, allocate: Allocate): Float32Array {
  const count = voxelCount(layout.grid.box);
  try {
    return new Float32Array(allocate(4 * count), 0, count);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { box } = layout.grid;
    const sentence = "There is not enough memory for this map. Close other tabs or programs, or bin or crop the map.";
    throw new MapError("map.tooLarge", sentence, { box, bytes: 4 * count }, error);
  }
}
