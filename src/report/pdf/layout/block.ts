import type { Pages } from "./pages.ts";

/** A piece of the report that stands on one page, or on several where it can be broken. */
export interface Block {
  /** Points, without the space before it. */
  readonly height: number;
  /** Space before it, left out at the top of a page. */
  readonly gap: number;
  /** `withNext`: stays on the page of the next block. `float`: may come later, so that text fills the page before it. */
  readonly placing?: "withNext" | "float";
  /** The part that fits into `room` points, and the rest for the next page; `null` where it had better move as a whole. */
  break?(room: number): readonly [here: Block, rest: Block] | null;
  /** Draws with its upper edge at `y`. */
  draw(pages: Pages, y: number): void;
}
