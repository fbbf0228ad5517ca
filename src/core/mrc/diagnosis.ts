import type { DiagnosisLine, Finding } from "./finding.ts";
import { diagnoseGeometry } from "./geometry-diagnosis.ts";
import type { MapLayout } from "./interpretation.ts";
import { asMapValue, counted, inWords } from "./wording.ts";

/** What is odd about a header, in the order of a reader's interest; nothing for a plain MRC2014 map. Pure. */
export function diagnoseHeader(layout: MapLayout): DiagnosisLine[] {
  const findings = [
    diagnoseStack(layout),
    diagnoseFlatBox(layout),
    diagnoseByteOrder(layout),
    diagnoseMapWord(layout),
    ...diagnoseGeometry(layout),
    diagnoseMode(layout),
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
