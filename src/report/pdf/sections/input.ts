import { formatLevel } from "../../../core/format/numbers.ts";
import { inputFacts } from "../../text/facts.ts";
import { pictureRow } from "../blocks/figure.ts";
import { label, partHeading } from "../blocks/heading.ts";
import { paragraph } from "../blocks/paragraph.ts";
import { table } from "../blocks/table.ts";
import type { Block } from "../layout/block.ts";
import { surfacePictures } from "../pictures.ts";
import type { Sheet } from "../sheet.ts";
import type { Content } from "./content.ts";
import { ORIENTATION, sliceFigure } from "./slices.ts";

/** Part 1: what was measured, and how it looks. */
export function inputSection(content: Content): Block[] {
  return [
    partHeading({ name: "input", title: "1\u2002Input data" }),
    table({ columns: [{ head: "Map" }, { head: "", share: 3 }], rows: inputFacts(content.report) }),
    ...mapFigures(content),
    ...surfaceFigure(content),
    ...maskFigures(content),
  ];
}

function mapFigures({ sheet, figures }: Content): Block[] {
  return [
    ...explained(sheet, "Slices of the map", [
      "Outside the molecule the noise should have no structure: no stripes that run outwards, no blobs, no regions much lighter or darker than the rest.",
      ORIENTATION,
    ]),
    sliceFigure(sheet, figures.central, {
      name: "central",
      caption: "Central slices. The molecule should show internal structure, and its surroundings should be even.",
    }),
    sliceFigure(sheet, figures.maxVariance, {
      name: "maxVariance",
      caption: "Slices of largest variance, where most density stands out along each axis.",
    }),
    ...explained(sheet, "Projections", [
      "Stripes in a projection point to views that are over-represented; a dark halo around or inside the molecule points to a wrong correction of the contrast transfer function or to a biased map.",
    ]),
    sliceFigure(sheet, figures.projections, {
      name: "projections",
      caption: "Projections: sums of the map values along each axis.",
    }),
  ];
}

function surfaceFigure({ sheet, report, figures }: Content): Block[] {
  const pictures = surfacePictures(figures.surface);
  const level = formatLevel(report.input.contourLevel);
  const head = explained(sheet, "Isosurface", [
    "The isosurface encloses all density above the contour level. Few blobs should float around the molecule.",
  ]);
  if (pictures.length === 0) return [...head, paragraph(sheet, `No picture: no surface was drawn at level ${level}.`)];
  return [
    ...head,
    pictureRow(sheet, {
      pictures,
      labels: ["(a) View 1", "(b) View 2", "(c) View 3"],
      caption: `Isosurface at level ${level}. Turns about the screen’s x, y and z axes: view 1 (0°, −90°, −90°), view 2 (−90°, 0°, −90°), view 3 (0°, 0°, 0°); they face the viewer as the X, Y and Z slices do.`,
    }),
  ];
}

function maskFigures({ sheet, report, figures }: Content): Block[] {
  return [
    ...explained(sheet, "Masks", [
      `The hard mask is the largest connected piece of the map at level ${formatLevel(report.input.contourLevel)}, dilated; every check uses it. The soft mask is the hard mask blurred by a Gaussian with a standard deviation of 1.41 voxels; no number of this report depends on it.`,
    ]),
    sliceFigure(sheet, figures.hardMask, {
      name: "hardMask",
      caption: "Hard mask. Slices of largest variance; it should enclose the whole molecule and nothing else.",
    }),
    sliceFigure(sheet, figures.softMask, {
      name: "softMask",
      caption: "Soft mask. Slices of largest variance.",
    }),
  ];
}

function explained(sheet: Sheet, title: string, texts: readonly string[]): Block[] {
  return [label(sheet, title), ...texts.map((text) => paragraph(sheet, text, { gap: 2 }))];
}
