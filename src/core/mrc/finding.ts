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
  | "binned"
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

/** A line, or null where there is nothing to be said. */
export type Finding = DiagnosisLine | null;
