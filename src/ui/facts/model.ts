import { formatCount, formatLength, formatLevel } from "../../core/format/numbers.ts";
import { ENCODINGS } from "../../core/mrc/modes.ts";
import type { Grid, Triple } from "../../core/volume/grid.ts";
import type { Parameters } from "../state/parameters.ts";

/** "100 × 100 × 100". */
export function boxText(box: Triple): string {
  return box.map(formatCount).join(" × ");
}

/** "2.020 Å" where the voxels are cubes, else the three sides. */
export function voxelSizeText({ voxelSize }: Grid): string {
  const sides = voxelSize.map((side) => formatLength(side, { decimals: 3 }));
  if (sides.every((side) => side === sides[0])) return sides[0]!;
  return `${voxelSize.map((side) => side.toFixed(3)).join(" × ")} Å`;
}

/** "float32" for mode 2. */
export function modeText(mode: number): string {
  return ENCODINGS.find((encoding) => encoding.mode === mode)?.name ?? `mode ${mode}`;
}

/** Whose level it is, after its number: "(author’s)". */
function levelOwner(source: Parameters["contourSource"]): string {
  return { user: "(given)", suggested: "(suggested)", emdb: "(author’s)" }[source];
}

/** "level 1.000 (author’s)". */
export function levelText({ contourLevel, contourSource }: Parameters): string {
  return `${formatLevel(contourLevel)} ${levelOwner(contourSource)}`;
}

/** "3.82 MiB". */
export function bytesText(bytes: number): string {
  const units = ["bytes", "KiB", "MiB", "GiB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return power === 0 ? `${formatCount(bytes)} bytes` : `${(bytes / 1024 ** power).toFixed(2)} ${units[power]}`;
}

/** "1d9b73bf…f58b128f". */
export function shortHash(sha256: string): string {
  return `${sha256.slice(0, 8)}…${sha256.slice(-8)}`;
}

/** A long name with its middle left out, so that stem and ending stay. */
export function shortName(name: string, longest = 40): string {
  if (name.length <= longest) return name;
  const kept = Math.floor((longest - 1) / 2);
  return `${name.slice(0, kept)}…${name.slice(-kept)}`;
}
