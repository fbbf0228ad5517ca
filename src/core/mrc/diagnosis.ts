import type { MapLayout } from "./interpretation.ts";
import { asMapValue, counted, inWords, withDecimals } from "./wording.ts";

export type DiagnosisCode =
  | "sound"
  | "byteOrder.repaired"
  | "mapWord.missing"
  | "axes.assumed"
  | "axes.reordered"
  | "sampling.missing"
  | "sampling.differs"
  | "sampling.swapped"
  | "voxelSize.given"
  | "voxelSize.anisotropic"
  | "voxelSize.unlikely"
  | "voxelSize.unit"
  | "cell.crystal"
  | "origin.words"
  | "origin.start"
  | "skew.ignored"
  | "extendedHeader.skipped"
  | "stack.first"
  | "stack.asVolume"
  | "box.flat"
  | "mode.converted"
  | "mode.unsigned"
  | "bytes.extra"
  | "statistics.unset"
  | "statistics.differ"
  | "compression.unpacked"
  | "compression.severalMaps";

/** One oddity of a file in words. `repaired`: the header was wrong and read as it was meant. */
export interface DiagnosisLine {
  readonly code: DiagnosisCode;
  readonly severity: "info" | "repaired" | "warning";
  readonly message: string;
}

type Finding = DiagnosisLine | null;

/** Å per voxel outside this range is hardly a cryo-EM map. */
const LIKELY_VOXEL_SIZE = { from: 0.1, to: 100 };
/** Voxel sizes whose ratio is nearer to 1 count as equal: float32 cells and rounded lengths differ by less. */
const EQUAL_VOXEL_SIZES = 1e-3;
const AXIS_NAMES = ["x", "y", "z"];

/** What is odd about a header, in the order of a reader's interest; nothing for a plain MRC2014 map. Pure. */
export function diagnoseHeader(layout: MapLayout): DiagnosisLine[] {
  const findings = [
    diagnoseStack(layout),
    diagnoseFlatBox(layout),
    diagnoseCell(layout),
    diagnoseByteOrder(layout),
    diagnoseMapWord(layout),
    diagnoseAxes(layout),
    diagnoseSampling(layout),
    ...diagnoseVoxelSize(layout),
    diagnoseMode(layout),
    diagnoseOrigin(layout),
    diagnoseSkew(layout),
    diagnoseExtendedHeader(layout),
  ];
  return findings.filter((finding) => finding !== null);
}

/** Bytes after the last voxel; they are counted and ignored. */
export function diagnoseExtraBytes(count: number): DiagnosisLine[] {
  if (count === 0) return [];
  const what = `${counted(count, "byte")} after the last voxel ${count === 1 ? "was" : "were"} ignored.`;
  return [{ code: "bytes.extra", severity: "warning", message: `The file is longer than its header says: ${what}` }];
}

function diagnoseStack({ stack, header }: MapLayout): Finding {
  if (stack.volumes > 1) {
    const message = `The file holds ${inWords(stack.volumes)} volumes of ${counted(stack.sections, "section")}; only the first was read.`;
    return { code: "stack.first", severity: "warning", message };
  }
  if (header.ispg !== 0 || header.mz !== 1 || header.nz === 1) return null;
  const message = `The header marks a stack of images (space group 0, MZ 1); its ${inWords(header.nz)} sections were read as one volume.`;
  return { code: "stack.asVolume", severity: "warning", message };
}

function diagnoseFlatBox({ grid }: MapLayout): Finding {
  if (grid.box.every((side) => side > 1)) return null;
  const message = `The box is ${grid.box.map(inWords).join(" × ")} voxels: an image, not a volume.`;
  return { code: "box.flat", severity: "warning", message };
}

function diagnoseCell({ cell, header }: MapLayout): Finding {
  if (cell === "orthogonal") return null;
  const { alpha, beta, gamma } = header.cellb;
  const angles = [alpha, beta, gamma].map((angle) => withDecimals(angle, 1)).join(", ");
  const message = `The cell angles are ${angles}°: a crystal. It can be inspected, not validated as a single particle.`;
  return { code: "cell.crystal", severity: "warning", message };
}

function diagnoseByteOrder({ byteOrder, header }: MapLayout): Finding {
  if (byteOrder.from === "stamp") return null;
  const stamp = header.machst.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const message = `The machine stamp (${stamp}) does not fit; box, mode and axes make sense in ${byteOrder.byteOrder}-endian order, which was used.`;
  return { code: "byteOrder.repaired", severity: "repaired", message };
}

function diagnoseMapWord({ header }: MapLayout): Finding {
  if (header.map.startsWith("MAP")) return null;
  const message = "The word MAP is missing, as in files older than MRC2000; the other words make sense.";
  return { code: "mapWord.missing", severity: "repaired", message };
}

function diagnoseAxes({ axes }: MapLayout): Finding {
  if (axes.from === "assumed") {
    const message = "The axis order is not set (0, 0, 0); columns, rows and sections were taken as x, y, z.";
    return { code: "axes.assumed", severity: "repaired", message };
  }
  if (axes.spatial.every((axis, i) => axis === i)) return null;
  const names = axes.spatial.map((axis) => AXIS_NAMES[axis]).join(", ");
  const message = `Columns, rows and sections run along ${names}; the voxels were put in the order x, y, z.`;
  return { code: "axes.reordered", severity: "info", message };
}

function diagnoseSampling({ header, grid, voxelSizeFrom, stack }: MapLayout): Finding {
  if (voxelSizeFrom === "box") {
    const message = "The sampling M is not set; the voxel size is the cell divided by the box.";
    return { code: "sampling.missing", severity: "repaired", message };
  }
  const sampling = [header.mx, header.my, header.mz];
  if (voxelSizeFrom === "given" || stack.volumes > 1 || grid.box.every((side, i) => side === sampling[i])) return null;
  const [m, n] = [sampling, grid.box].map((sides) => sides.map(inWords).join(" × "));
  const ascending = (sides: readonly number[]) => [...sides].sort((a, b) => a - b).join();
  if (ascending(sampling) === ascending(grid.box)) {
    const message = `The box is ${n} but the cell is sampled ${m}: the same sides on other axes, so the axis order may be wrong. The header was followed.`;
    return { code: "sampling.swapped", severity: "warning", message };
  }
  const message = `The cell is sampled ${m}, the box is ${n}; the voxel size is the cell divided by the sampling.`;
  return { code: "sampling.differs", severity: "info", message };
}

function diagnoseVoxelSize({ grid, voxelSizeFrom, header }: MapLayout): Finding[] {
  const size = grid.voxelSize;
  const sizes = size.map((length) => withDecimals(length, 3)).join(", ");
  if (voxelSizeFrom === "given") {
    const cell = [header.cella.x, header.cella.y, header.cella.z].map((length) => withDecimals(length, 2)).join(" × ");
    const message = `The voxel size of ${withDecimals(size[0], 3)} Å was given; the header's cell of ${cell} Å was not used.`;
    return [{ code: "voxelSize.given", severity: "info", message }];
  }
  const lines: DiagnosisLine[] = [];
  if (Math.max(...size) / Math.min(...size) > 1 + EQUAL_VOXEL_SIZES) {
    const message = `The voxel size differs between the axes: ${sizes} Å along x, y, z.`;
    lines.push({ code: "voxelSize.anisotropic", severity: "warning", message });
  }
  if (size.some((length) => length < LIKELY_VOXEL_SIZE.from || length > LIKELY_VOXEL_SIZE.to)) {
    const message = `A voxel size of ${sizes} Å is unlikely for a map; check the cell.`;
    lines.push({ code: "voxelSize.unlikely", severity: "warning", message });
  }
  if (size.every((length) => length === 1)) {
    const message = "The voxel size is exactly 1 Å, which programs write when they do not know it.";
    lines.push({ code: "voxelSize.unit", severity: "info", message });
  }
  return lines;
}

const MODE_WORDS: Readonly<Record<string, string>> = {
  int8: "signed 8-bit integers",
  int16: "signed 16-bit integers",
  uint16: "unsigned 16-bit integers",
  float16: "16-bit floats",
  uint4: "4-bit integers",
};

function diagnoseMode({ encoding, header }: MapLayout): Finding {
  if (encoding.name === "float32") return null;
  if (encoding.name === "int8" && header.dmin >= 0 && header.dmax > 127) {
    const message = `Mode 0 is signed, yet the header's maximum is ${asMapValue(header.dmax)}: values above 127 may have been meant unsigned and read as negative.`;
    return { code: "mode.unsigned", severity: "warning", message };
  }
  const message = `The values are stored as ${MODE_WORDS[encoding.name]} (mode ${encoding.mode}) and were read as float32.`;
  return { code: "mode.converted", severity: "info", message };
}

function diagnoseOrigin({ header, grid, axes, originFrom }: MapLayout): Finding {
  const at = `voxel 0, 0, 0 lies at ${grid.origin.map((length) => withDecimals(length, 2)).join(", ")} Å`;
  const starts = [header.nxstart, header.nystart, header.nzstart];
  if (originFrom === "origin") {
    const both = starts.some((start) => start !== 0) ? "; the start indices, also set, were not used" : "";
    const message = `The ORIGIN words are set: ${at}${both}. No number below depends on it.`;
    return { code: "origin.words", severity: "info", message };
  }
  if (originFrom === "none") return null;
  const spatial = AXIS_NAMES.map((_, axis) => starts[axes.spatial.indexOf(axis)]);
  const message = `The start indices are ${spatial.map(inWords).join(", ")}, so ${at}. No number below depends on it.`;
  return { code: "origin.start", severity: "info", message };
}

function diagnoseSkew({ header }: MapLayout): Finding {
  if (header.lskflg !== 1) return null;
  const message = "The header carries a skew transformation of CCP4; it was ignored. No number below depends on it.";
  return { code: "skew.ignored", severity: "info", message };
}

function diagnoseExtendedHeader({ header }: MapLayout): Finding {
  if (header.nsymbt === 0) return null;
  const type = header.exttyp === "" || header.lskflg === 1 ? "" : ` of type ${header.exttyp}`;
  const message = `An extended header${type} of ${counted(header.nsymbt, "byte")} was skipped.`;
  return { code: "extendedHeader.skipped", severity: "info", message };
}
