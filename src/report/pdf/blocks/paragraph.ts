import { INK_2 } from "../../colours.ts";
import type { Block } from "../layout/block.ts";
import { addAnchor } from "../layout/pages.ts";
import type { Run } from "../layout/rich-text.ts";
import { breakLines, drawLine, toRuns } from "../layout/rich-text.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { Sheet, TextStyle } from "../sheet.ts";

const BODY: TextStyle = { face: "regular", size: 9.4, colour: INK_2 };

export interface ParagraphOptions {
  readonly style?: TextStyle;
  /** Distance of baselines in sizes. */
  readonly leading?: number;
  readonly gap?: number;
  readonly indent?: number;
  readonly width?: number;
  readonly placing?: Block["placing"];
  /** The anchor that links to it lead to. */
  readonly anchor?: string;
}

/** Text that fills lines; the plain form takes no runs. */
export function paragraph(sheet: Sheet, text: string | readonly Run[], options: ParagraphOptions = {}): Block {
  const { style = BODY, leading = 1.48, gap = 5, indent = 0, placing, anchor } = options;
  const lines = breakLines(sheet, toRuns(text), { width: options.width ?? CONTENT_WIDTH - indent, style });
  const step = leading * style.size;
  return {
    height: lines.length * step,
    gap,
    ...(placing ? { placing } : {}),
    draw(pages, y) {
      if (anchor !== undefined) addAnchor(pages, { name: anchor, y });
      lines.forEach((line, i) => {
        drawLine(pages, line, {
          x: MARGIN + indent,
          baseline: y + i * step + 0.5 * (step - style.size) + 0.82 * style.size,
        });
      });
    },
  };
}
