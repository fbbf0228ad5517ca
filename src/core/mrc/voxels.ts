import { decodeNibbles, runDecoder } from "./decoders.ts";
import type { MapLayout } from "./interpretation.ts";

/** Takes the bytes of a volume in order, cut anywhere. */
export interface VoxelWriter {
  /** Bytes taken; fewer than given once the volume is complete. */
  write(bytes: Uint8Array): number;
}

type WriterLayout = Pick<MapLayout, "fileBox" | "strides" | "encoding" | "byteOrder" | "volumeBytes">;

/**
 * Writes a volume's bytes into `target` as float32, x fastest, whatever the mode, byte order and axis order of the file.
 *
 * `target`: NX × NY × NZ values from byte 0 of its buffer, owned by the caller and filled in place; nothing else of
 * that size is allocated. float32 in this machine's byte order and axis order 1, 2, 3 is copied byte for byte.
 * It does not find NaN: the statistics do.
 */
export function createVoxelWriter(layout: WriterLayout, target: Float32Array): VoxelWriter {
  const take = isVerbatim(layout)
    ? verbatimWriter(target)
    : layout.encoding.bits === 4
      ? nibbleWriter(layout, target)
      : valueWriter(layout, target);
  let taken = 0;
  return {
    write(bytes) {
      const count = Math.min(bytes.length, layout.volumeBytes - taken);
      take(bytes.subarray(0, count), taken);
      taken += count;
      return count;
    },
  };
}

/** Writes bytes that start `start` bytes into the volume. */
type Take = (bytes: Uint8Array, start: number) => void;

const NATIVE_ORDER = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? "little" : "big";

function isVerbatim({ encoding, byteOrder, strides, fileBox }: WriterLayout): boolean {
  const standard = strides[0] === 1 && strides[1] === fileBox[0] && strides[2] === fileBox[0] * fileBox[1];
  return encoding.name === "float32" && byteOrder.byteOrder === NATIVE_ORDER && standard;
}

function verbatimWriter(target: Float32Array): Take {
  const targetBytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
  return (bytes, start) => targetBytes.set(bytes, start);
}

function valueWriter(layout: WriterLayout, target: Float32Array): Take {
  const [columns, rows] = layout.fileBox;
  const [columnStep, rowStep, sectionStep] = layout.strides;
  const size = layout.encoding.bits / 8;
  const decode = runDecoder(layout.encoding, layout.byteOrder.byteOrder);

  const writeValues = (view: DataView, offset: number, first: number, count: number) => {
    let done = 0;
    while (done < count) {
      const index = first + done;
      const column = index % columns;
      const row = Math.floor(index / columns);
      const run = Math.min(columns - column, count - done);
      const at = column * columnStep + (row % rows) * rowStep + Math.floor(row / rows) * sectionStep;
      decode(view, offset + done * size, run, { target, at, step: columnStep });
      done += run;
    }
  };

  // A value cut in two by the end of a chunk waits here for its other half.
  const cut = new Uint8Array(size);
  const cutView = new DataView(cut.buffer);
  return (bytes, start) => {
    const waiting = start % size;
    const head = waiting === 0 ? 0 : Math.min(size - waiting, bytes.length);
    const first = Math.floor(start / size);
    cut.set(bytes.subarray(0, head), waiting);
    if (head > 0 && waiting + head === size) writeValues(cutView, 0, first, 1);
    const whole = Math.floor((bytes.length - head) / size);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    writeValues(view, head, waiting === 0 ? first : first + 1, whole);
    cut.set(bytes.subarray(head + whole * size));
  };
}

function nibbleWriter(layout: WriterLayout, target: Float32Array): Take {
  const [columns, rows] = layout.fileBox;
  const [columnStep, rowStep, sectionStep] = layout.strides;
  const rowBytes = Math.ceil(columns / 2);
  return (bytes, start) => {
    let done = 0;
    while (done < bytes.length) {
      const position = start + done;
      const column = 2 * (position % rowBytes);
      const row = Math.floor(position / rowBytes);
      const run = Math.min(rowBytes - column / 2, bytes.length - done);
      const at = column * columnStep + (row % rows) * rowStep + Math.floor(row / rows) * sectionStep;
      decodeNibbles(bytes, 2 * done, Math.min(2 * run, columns - column), { target, at, step: columnStep });
      done += run;
    }
  };
}
