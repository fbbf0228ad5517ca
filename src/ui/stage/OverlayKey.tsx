import type { ReactNode } from "react";
import { PIECE_COLOURS, SMALL_PIECES } from "../../report/drawing/piece-colours.ts";
import { formatLocal } from "../../report/text/local-words.ts";
import type { OfferedLayer } from "./layers.ts";
import classes from "./overlay-key.module.css";
import type { LocalLayer } from "./run-layers.ts";

interface OverlayKeyProps {
  readonly colours: OfferedLayer["colours"];
  /** What they mean. */
  readonly children?: ReactNode;
}

/** The colour of a layer, or its colours in order, before its name. */
export function OverlayKey({ colours, children }: OverlayKeyProps) {
  return (
    <span className={classes.key}>
      <Swatch colours={colours} /> {children}
    </span>
  );
}

function Swatch({ colours }: Pick<OverlayKeyProps, "colours">) {
  if (colours === "pieces") {
    return [...PIECE_COLOURS, SMALL_PIECES].map((colour) => (
      <i key={colour.join()} data-of="pieces" style={{ background: `rgb(${colour.join(" ")})` }} />
    ));
  }
  if (typeof colours === "string") return <i style={{ background: `var(${colours})` }} />;
  return <Ramp local={colours} />;
}

function Ramp({ local: { layer, range, added } }: { local: LocalLayer }) {
  const [low, high] = range.map((end) => formatLocal(layer, end + added));
  return (
    <>
      {low} <i data-of="ramp" /> {high}
    </>
  );
}
