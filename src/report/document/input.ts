import { formatCount, formatLevel } from "../../core/format/numbers.ts";
import { measurementsOf } from "../measured.ts";
import type { Report } from "../report.ts";
import { inputFacts } from "../text/facts.ts";
import { counted } from "../text/words.ts";
import { label, type Piece, paragraph, type ReportSource } from "./piece.ts";

/** How the pictures lie, for captions. */
const ORIENTATION =
  "X: y to the right, z up. Y: z to the right, x down. Z: x to the right, y up. Each picture has its own grey scale, black at its least value and white at its largest.";

/** Part 1: what was measured, and how it looks. */
export function inputSection(source: ReportSource): Piece[] {
  return [
    { kind: "part", name: "input", title: "1\u2002Input data" },
    {
      kind: "table",
      caption: "The map and its parameters",
      columns: [{ head: "Map" }, { head: "Value", share: 3 }],
      rows: inputFacts(source.report).map(([name, value, url]) => [
        name,
        url ? { text: value, target: { url } } : value,
      ]),
    },
    ...mapFigures(source),
    ...surfaceFigure(source),
    ...maskFigures(source),
  ];
}

function mapFigures({ figures }: ReportSource): Piece[] {
  return [
    ...explained("Slices of the map", [
      "Outside the molecule the noise should have no structure: no stripes that run outwards, no blobs, no regions much lighter or darker than the rest.",
      ORIENTATION,
    ]),
    {
      kind: "slices",
      name: "central",
      keep: "withText",
      figure: figures.central,
      caption: "Central slices. The molecule should show internal structure, and its surroundings should be even.",
      finding: "The map through the middle of its box",
    },
    {
      kind: "slices",
      name: "maxVariance",
      keep: "withText",
      figure: figures.maxVariance,
      caption: "Slices of largest variance, where most density stands out along each axis.",
      finding: "The map where its values vary most",
    },
    ...explained("Projections", [
      "Stripes in a projection point to views that are over-represented; a dark halo around or inside the molecule points to a wrong correction of the contrast transfer function or to a biased map.",
    ]),
    {
      kind: "slices",
      name: "projections",
      keep: "withText",
      figure: figures.projections,
      caption: "Projections: sums of the map values along each axis.",
      finding: "The map, summed along an axis",
    },
  ];
}

function surfaceFigure({ report, figures }: ReportSource): Piece[] {
  const level = formatLevel(report.input.contourLevel);
  const head = explained("Isosurface", [
    "The isosurface encloses all density above the contour level. Few blobs should float around the molecule.",
  ]);
  if (!figures.surface) return [...head, paragraph(`No picture: no surface was drawn at level ${level}.`)];
  return [
    ...head,
    {
      kind: "surfaces",
      name: "surface",
      keep: "withText",
      views: figures.surface,
      caption: `Isosurface at level ${level}. Turns about the screen’s x, y and z axes: view 1 (0°, −90°, −90°), view 2 (−90°, 0°, −90°), view 3 (0°, 0°, 0°); they face the viewer as the X, Y and Z slices do.`,
      finding: surfaceFinding(report),
    },
  ];
}

/** "Isosurface at level 1.000, 24 pieces". */
export function surfaceFinding(report: Report): string {
  const mask = measurementsOf(report, "mask");
  const pieces = mask ? `, ${counted(formatCount(mask.componentCount), mask.componentCount, "piece")}` : "";
  return `Isosurface at level ${formatLevel(report.input.contourLevel)}${pieces}`;
}

function maskFigures({ report, figures }: ReportSource): Piece[] {
  const voxels = measurementsOf(report, "mask")?.constructed.voxels;
  const exists = measurementsOf(report, "mass")?.maskExtent !== null;
  const size = voxels === undefined ? "" : `, ${formatCount(voxels)} voxels`;
  return [
    ...explained("Masks", [
      `The hard mask is the largest connected piece of the map at level ${formatLevel(report.input.contourLevel)}, dilated; every check uses it. The soft mask is the hard mask blurred by a Gaussian with a standard deviation of 1.41 voxels; no number of this report depends on it.`,
    ]),
    {
      kind: "slices",
      name: "hardMask",
      keep: "withText",
      figure: exists ? figures.hardMask : undefined,
      caption: "Hard mask. Slices of largest variance; it should enclose the whole molecule and nothing else.",
      finding: `Hard mask${size}`,
    },
    {
      kind: "slices",
      name: "softMask",
      keep: "withText",
      figure: figures.softMask,
      caption: "Soft mask. Slices of largest variance.",
      finding: "Soft mask",
    },
  ];
}

function explained(title: string, texts: readonly string[]): Piece[] {
  return [label(title), ...texts.map((text) => paragraph(text, { keep: "withNext" }))];
}
