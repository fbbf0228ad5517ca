import { MapError } from "../errors.ts";
import { type Grid, type Triple, voxelCount } from "../volume/grid.ts";
import { type AxisOrder, findAxisOrder, toFileAxes, toSpatial } from "./axes.ts";
import { type ByteOrderFinding, findByteOrder, stampedOrder } from "./byte-order.ts";
import {
  type CellShape,
  findCellShape,
  findOrigin,
  findVoxelSize,
  type OriginFinding,
  type VoxelSizeFinding,
} from "./cell.ts";
import { HEADER_BYTES, type MrcHeader, readHeaderWords } from "./header.ts";
import { bytesPerRow, encodingOfMode, type VoxelEncoding } from "./modes.ts";
import { notAMapError } from "./refusals.ts";
import { findStack, type StackFinding } from "./stack.ts";
import { inWords } from "./wording.ts";

/** What a header means: where the voxels lie in the file, where they go in memory, and where each fact came from. */
export interface MapLayout {
  readonly header: MrcHeader;
  readonly grid: Grid;
  readonly cell: CellShape;
  readonly encoding: VoxelEncoding;
  readonly byteOrder: ByteOrderFinding;
  readonly axes: AxisOrder;
  readonly stack: StackFinding;
  readonly voxelSizeFrom: VoxelSizeFinding["from"];
  readonly originFrom: OriginFinding["from"];
  /** Columns, rows and sections of the volume that is read. */
  readonly fileBox: Triple;
  /** Steps in the voxel array from one column, row and section to the next. */
  readonly strides: Triple;
  /** First byte of the voxels: 1024 + NSYMBT. */
  readonly dataOffset: number;
  /** Bytes of the volume that is read, padding of rows included. */
  readonly volumeBytes: number;
  /** Bytes that header, extended header and all volumes take. */
  readonly fileBytes: number;
}

const MOST_VOXELS = 2 ** 31;

/**
 * Reads and interprets the main header.
 *
 * `bytes`: the first 1024 of the unpacked file. `voxelSize` (Å) takes the place of the header's where given. Throws
 * `map.notAMap`, `map.impossibleHeader`, `map.unsupportedMode`, `map.needsVoxelSize`, `parameter.invalid`. Size is not
 * judged here: see {@link assertAddressable} and `map-decoder.ts`.
 * Source: MRC2014 (Cheng et al. 2015); axes and cell as CCP4 defines them.
 */
export function interpretHeader(bytes: Uint8Array, options: { readonly voxelSize?: number } = {}): MapLayout {
  if (bytes.length < HEADER_BYTES) throw notAMapError(bytes);
  const byteOrder = findByteOrder(bytes);
  if (byteOrder === null) throw refuseWords(bytes);
  const header = readHeaderWords(bytes, byteOrder.byteOrder);
  if (header.nsymbt < 0) throw impossible(header);
  const encoding = encodingOfMode(header.mode);
  const axes = findAxisOrder(header);
  const stack = findStack(header, axes);
  const fileBox: Triple = [header.nx, header.ny, stack.sections];
  const box = toSpatial(axes, fileBox);
  const size = findVoxelSize(header, box, options.voxelSize);
  const origin = findOrigin(header, axes, size.voxelSize);
  const volumeBytes = bytesPerRow(encoding, header.nx) * header.ny * stack.sections;
  return {
    header,
    grid: { box, voxelSize: size.voxelSize, origin: origin.origin },
    cell: findCellShape(header),
    encoding,
    byteOrder,
    axes,
    stack,
    voxelSizeFrom: size.from,
    originFrom: origin.from,
    fileBox,
    strides: toFileAxes(axes, [1, box[0], box[0] * box[1]]),
    dataOffset: HEADER_BYTES + header.nsymbt,
    volumeBytes,
    fileBytes: HEADER_BYTES + header.nsymbt + volumeBytes * stack.volumes,
  };
}

/** Throws `map.tooLarge` for a box of 2³¹ voxels or more, which no index of a kernel reaches. */
export function assertAddressable(box: Triple): void {
  if (voxelCount(box) < MOST_VOXELS) return;
  throw new MapError(
    "map.tooLarge",
    `The box of ${box.map(inWords).join(" × ")} voxels is too large; at most ${inWords(MOST_VOXELS - 1)} voxels can be read. Crop the map or sample it more coarsely.`,
    { box, voxels: voxelCount(box) },
  );
}

function refuseWords(bytes: Uint8Array): MapError {
  const header = readHeaderWords(bytes, stampedOrder(bytes) ?? "little");
  return header.map.trim() === "MAP" ? impossible(header) : notAMapError(bytes);
}

function impossible(header: MrcHeader): MapError {
  const { nx, ny, nz, mode, nsymbt, mapc, mapr, maps } = header;
  return new MapError(
    "map.impossibleHeader",
    `The header contradicts itself: box ${[nx, ny, nz].map(inWords).join(" × ")}, mode ${inWords(mode)}, ${inWords(nsymbt)} bytes of extended header. The file is damaged or was written wrongly; ask for it again.`,
    { nx, ny, nz, mode, nsymbt, mapc, mapr, maps },
  );
}
