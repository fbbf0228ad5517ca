import { INK_2, INK_3 } from "../../colours.ts";
import type { ColourKey } from "../../document/piece.ts";
import type { Block } from "../layout/block.ts";
import type { Pages } from "../layout/pages.ts";
import { addAnchor } from "../layout/pages.ts";
import type { Run } from "../layout/rich-text.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { Picture } from "../pictures.ts";
import { drawPicture } from "../pictures.ts";
import type { Sheet, TextStyle } from "../sheet.ts";
import { drawKey, KEY_HEIGHT } from "./colour-key.ts";
import { paragraph } from "./paragraph.ts";

const CAPTION: TextStyle = { face: "regular", size: 8.6, colour: INK_2 };
const LABEL: TextStyle = { face: "regular", size: 8, colour: INK_3 };
const GAP = 12;
const LABEL_HEIGHT = 13;
const CAPTION_GAP = 5;

/** What every figure has beside its drawing. */
export interface FigureWords {
  /** The anchor that links to it lead to. */
  readonly anchor: string;
  readonly number: number;
  readonly caption: string;
  readonly placing: "float" | "inText";
}

export interface PictureRowOptions extends FigureWords {
  readonly pictures: readonly Picture[];
  /** One under each picture. */
  readonly labels: readonly string[];
  /** Stands between labels and caption. */
  readonly key?: ColourKey;
  /** Points; pictures keep their proportions below it. */
  readonly maxHeight?: number;
}

/** Pictures in a row with a numbered caption under them. */
export function pictureRow(sheet: Sheet, options: PictureRowOptions): Block {
  const { pictures, labels, key, maxHeight = 126 } = options;
  const cell = (CONTENT_WIDTH - GAP * (pictures.length - 1)) / pictures.length;
  const sizes = pictures.map((picture) => fitted(picture, { width: cell, height: maxHeight }));
  const tallest = Math.max(...sizes.map(({ height }) => height));
  return withCaption(sheet, options, {
    height: tallest + LABEL_HEIGHT + (key ? KEY_HEIGHT : 0),
    draw(pages, y) {
      if (key) drawKey(pages.sheet, key, y + tallest + LABEL_HEIGHT);
      pictures.forEach((picture, i) => {
        const { width, height } = sizes[i]!;
        const centre = MARGIN + i * (cell + GAP) + cell / 2;
        drawPicture(pages.sheet, picture, { x: centre - width / 2, y: y + tallest - height, width, height });
        pages.sheet.write(labels[i] ?? "", { x: centre, baseline: y + tallest + 10 }, { ...LABEL, align: "center" });
      });
    },
  });
}

interface Drawing {
  readonly height: number;
  draw(pages: Pages, y: number): void;
}

/** A drawing with "Figure n." and its caption below, which share a page. */
export function withCaption(sheet: Sheet, figure: FigureWords, { height, draw }: Drawing): Block {
  const { anchor, number, caption, placing } = figure;
  const runs: Run[] = [{ text: `Figure\u00a0${number}.`, face: "bold" }, { text: ` ${caption}` }];
  const words = paragraph(sheet, runs, { style: CAPTION });
  return {
    height: height + CAPTION_GAP + words.height,
    gap: 12,
    ...(placing === "float" && { placing }),
    draw(pages, y) {
      addAnchor(pages, { name: anchor, y });
      draw(pages, y);
      words.draw(pages, y + height + CAPTION_GAP);
    },
  };
}

/** The largest size with the picture's proportions inside a frame. */
function fitted(picture: Picture, frame: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}
