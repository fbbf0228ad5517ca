import { INK_2, INK_3 } from "../../colours.ts";
import type { Block } from "../layout/block.ts";
import type { Pages } from "../layout/pages.ts";
import type { Run } from "../layout/rich-text.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { Picture } from "../pictures.ts";
import { drawPicture } from "../pictures.ts";
import type { Sheet, TextStyle } from "../sheet.ts";
import { paragraph } from "./paragraph.ts";

const CAPTION: TextStyle = { face: "regular", size: 8.6, colour: INK_2 };
const LABEL: TextStyle = { face: "regular", size: 8, colour: INK_3 };
const GAP = 12;
const LABEL_HEIGHT = 13;
const CAPTION_GAP = 5;

export interface PictureRowOptions {
  readonly pictures: readonly Picture[];
  /** One under each picture. */
  readonly labels: readonly string[];
  readonly caption: string;
  /** Points; pictures keep their proportions below it. */
  readonly maxHeight?: number;
}

/** Pictures in a row with a numbered caption under them. */
export function pictureRow(sheet: Sheet, { pictures, labels, caption, maxHeight = 132 }: PictureRowOptions): Block {
  const cell = (CONTENT_WIDTH - GAP * (pictures.length - 1)) / pictures.length;
  const sizes = pictures.map((picture) => fitted(picture, { width: cell, height: maxHeight }));
  const tallest = Math.max(...sizes.map(({ height }) => height));
  return withCaption(sheet, {
    caption,
    height: tallest + LABEL_HEIGHT,
    draw(pages, y) {
      pictures.forEach((picture, i) => {
        const { width, height } = sizes[i]!;
        const centre = MARGIN + i * (cell + GAP) + cell / 2;
        drawPicture(pages.sheet, picture, { x: centre - width / 2, y: y + tallest - height, width, height });
        pages.sheet.write(labels[i] ?? "", { x: centre, baseline: y + tallest + 10 }, { ...LABEL, align: "center" });
      });
    },
  });
}

interface Captioned {
  readonly caption: string;
  readonly height: number;
  draw(pages: Pages, y: number): void;
}

/** A drawing with "Figure n." and its caption below, which share a page. Numbers follow the order on the pages. */
export function withCaption(sheet: Sheet, { caption, height, draw }: Captioned): Block {
  // A figure's number is known when it is drawn; two digits leave room for all.
  const room = paragraph(sheet, captionRuns("00", caption), { style: CAPTION }).height;
  return {
    height: height + CAPTION_GAP + room,
    gap: 12,
    placing: "float",
    draw(pages, y) {
      draw(pages, y);
      pages.figures++;
      const runs = captionRuns(String(pages.figures), caption);
      paragraph(pages.sheet, runs, { style: CAPTION }).draw(pages, y + height + CAPTION_GAP);
    },
  };
}

function captionRuns(number: string, caption: string): Run[] {
  return [{ text: `Figure\u00a0${number}.`, face: "bold" }, { text: ` ${caption}` }];
}

/** The largest size with the picture's proportions inside a frame. */
function fitted(picture: Picture, frame: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}
