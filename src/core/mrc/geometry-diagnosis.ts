import type { DiagnosisLine, Finding } from "./finding.ts";
import type { MapLayout } from "./interpretation.ts";
import { inWords, withDecimals } from "./wording.ts";

/** Å per voxel outside this range is hardly a cryo-EM map. */
const LIKELY_VOXEL_SIZE = { from: 0.1, to: 100 };
/** Voxel sizes whose ratio is nearer to 1 count as equal: float32 cells and rounded lengths differ by less. */
const EQUAL_VOXEL_SIZES = 1e-3;
const AXIS_NAMES = ["x", "y", "z"];

/** What is odd about cell, axes, sampling, voxel size and origin. Pure. */
export function diagnoseGeometry(layout: MapLayout): Finding[] {
  return [
    diagnoseCell(layout),
    diagnoseAxes(layout),
    diagnoseSampling(layout),
    ...diagnoseVoxelSize(layout),
    diagnoseOrigin(layout),
  ];
}

function diagnoseCell({ cell, header }: MapLayout): Finding {
  if (cell === "orthogonal") return null;
  const { alpha, beta, gamma } = header.cellb;
  const angles = [alpha, beta, gamma].map((angle) => withDecimals(angle, 1)).join(", ");
  const message = `The cell angles are ${angles}°: a crystal. It can be inspected, not validated as a single particle.`;
  return { code: "cell.crystal", severity: "warning", message };
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
