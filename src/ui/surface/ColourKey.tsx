import { SegmentedControl } from "@mantine/core";
import { formatCount, formatPercent } from "../../core/format/numbers.ts";
import type { IsoSurface } from "../../engine/engine.ts";
import { PIECE_COLOURS, SMALL_PIECES } from "../../report/drawing/piece-colours.ts";
import { UNMEASURED } from "../../report/drawing/ramp.ts";
import { counted } from "../../report/text/words.ts";
import { useActions } from "../app-context.tsx";
import type { View } from "../state/view.ts";
import type { Colouring, MeasuredColouring } from "./colourings.ts";
import classes from "./surface.module.css";

interface ColourChoiceProps {
  readonly offered: readonly Colouring[];
  /** `null` while the surface is plain. */
  readonly chosen: Colouring | null;
}

/** What colours the surface. */
export function ColourChoice({ offered, chosen }: ColourChoiceProps) {
  const { setView } = useActions();
  return (
    <SegmentedControl
      aria-label="Colour of the surface"
      value={chosen?.name ?? "plain"}
      onChange={(value) => setView({ surfaceColours: value as View["surfaceColours"] })}
      data={[{ value: "plain", label: "Plain" }, ...offered.map(({ name, label }) => ({ value: name, label }))]}
    />
  );
}

interface ColourKeyProps {
  readonly colouring: Colouring;
  /** Those of the surface, where they are known at the level that is shown. */
  readonly pieces: IsoSurface["pieces"];
}

/** What the colours mean. */
export function ColourKey({ colouring, pieces }: ColourKeyProps) {
  return colouring.name === "pieces" ? <PieceKey pieces={pieces} /> : <MeasuredKey colouring={colouring} />;
}

function PieceKey({ pieces }: Pick<ColourKeyProps, "pieces">) {
  const others = pieces && pieces.count - 1;
  return (
    <ul className={classes.pieces} aria-label="Colours of the surface: pieces">
      <li>
        <i style={{ background: `rgb(${PIECE_COLOURS[0]})` }} /> largest piece
        {pieces && `, ${formatPercent(pieces.largestPercent)} of the voxels above the level`}
      </li>
      {others !== 0 && (
        <li>
          {[...PIECE_COLOURS.slice(1), SMALL_PIECES].map((colour) => (
            <i key={colour.join()} style={{ background: `rgb(${colour})` }} />
          ))}{" "}
          {others === null ? "the others, by size" : `${counted(formatCount(others), others, "other piece")}, by size`}
        </li>
      )}
    </ul>
  );
}

function MeasuredKey({ colouring: { title, ticks } }: { colouring: MeasuredColouring }) {
  const [low, median, high] = ticks;
  return (
    <dl className={classes.key} aria-label={`Colours of the surface: ${title}`}>
      <dt>{title}</dt>
      <dd>
        <i style={{ background: `rgb(${UNMEASURED})` }} /> not measured
      </dd>
      <dd className={classes.ramp}>
        <i />
        <span>{low}</span>
        <span>median {median}</span>
        <span>{high}</span>
      </dd>
    </dl>
  );
}
