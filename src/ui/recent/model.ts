import type { Reading } from "../../checks/check.ts";
import type { Triple } from "../../core/volume/grid.ts";
import { scoreText } from "../../report/findings.ts";
import type { Report } from "../../report/report.ts";
import { resolutionText } from "../../report/text/words.ts";
import { boxText, levelText } from "../facts/model.ts";

/** "2 of 3 · 54³ · level 0.120 (given) · 18.0 Å". */
export function recentFacts({ input, score }: Report, reading: Reading): string {
  const { box, contourLevel, contourSource, resolution } = input;
  const level = `level ${levelText({ contourLevel, contourSource, resolution })}`;
  const parts = [scoreText(score[reading]), sizeText(box), level];
  return [...parts, ...(resolution === null ? [] : [resolutionText(resolution)])].join(" · ");
}

function sizeText(box: Triple): string {
  return box.every((side) => side === box[0]) ? `${box[0]}³` : boxText(box);
}
