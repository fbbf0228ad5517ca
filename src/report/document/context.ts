import type { Report } from "../report.ts";
import { cite } from "./cite.ts";
import { type Piece, paragraph } from "./piece.ts";

/** Why maps are validated, what Level 0 is, and whose questions this report asks. */
export function contextSection(report: Report): Piece[] {
  return [
    { kind: "part", name: "context", title: "Context" },
    paragraph([
      { text: "Thousands of maps are deposited each year in the Electron Microscopy Data Bank (EMDB; " },
      cite("emdb"),
      { text: `). ${WHY}` },
    ]),
    paragraph([
      { text: "The Validation Report Service (VRS; " },
      cite("vrs"),
      { text: `) gathers such measures and grades a map by how much is known of it. ${LEVELS}` },
    ]),
    paragraph(thisReport(report)),
  ];
}

const WHY =
  "The best test of a map is its agreement with an atomic model, but only maps of high resolution have one, and a model can be fitted into noise. Many measures of the map itself have been proposed; they are spread over as many programs, so they are seldom used together.";

const LEVELS =
  "Level 0 looks at the map alone; level 1 adds its half-maps, level 2 the class averages, level 3 the particles, level 4 their angles, level 5 the micrographs with the coordinates. The letters A, W and O stand for an atomic model, the workflow and other techniques.";

function thisReport({ input }: Report): string {
  const about = input.title === undefined ? input.fileName : `“${input.title}” (${input.fileName})`;
  return `This report assesses ${about} at Level 0. It asks VRS’s eight questions, 0.a to 0.h. Six are answered by VRS’s methods, in an implementation of their own; local resolution (0.e) and hand (0.h), for which VRS has neural networks, by methods of MapAssay’s own. Without half-maps or a model, Level 0 tells whether a map looks as a sound map does, not whether it is right.`;
}
