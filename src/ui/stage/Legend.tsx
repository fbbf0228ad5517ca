import { formatLevel } from "../../core/format/numbers.ts";
import { formatLocal, formatLocalEdge } from "../../report/text/local-words.ts";
import { PIECE_COLOURS, SMALL_PIECES } from "../../view/piece-colours.ts";
import { useActions, useAppState } from "../app-context.tsx";
import type { MarkedBin } from "../state/view.ts";
import { isShown, type OfferedLayer, offeredLayers } from "./layers.ts";
import type { LocalLayer, RunLayers } from "./run-layers.ts";
import classes from "./stage.module.css";

/** What each colour over the slices means. */
export function Legend({ run }: { run: RunLayers }) {
  const view = useAppState((state) => state.view);
  const level = useAppState((state) => state.parameters.contourLevel);
  const shown = offeredLayers(run, level).filter(({ layer }) => isShown(layer, view));
  return (
    <ul className={classes.legend} aria-label="Legend of the overlays">
      {shown.map(({ layer, name, colours }) => (
        <li key={layer}>
          <Swatch colours={colours} /> {name}
        </li>
      ))}
      {view.marked && <MarkedItem marked={view.marked} locals={run.locals} />}
    </ul>
  );
}

/** The marked bin, and the button that clears it. */
function MarkedItem({ marked, locals }: { marked: MarkedBin; locals: RunLayers["locals"] }) {
  const { setView } = useActions();
  const local = locals.find(({ layer }) => layer === marked.of);
  const words = (value: number) => {
    if (!local) return formatLevel(value);
    return formatLocalEdge(local.layer, value + local.added);
  };
  const range = Number.isFinite(marked.to)
    ? `${words(marked.from)} to ${words(marked.to)}`
    : `from ${words(marked.from)}`;
  return (
    <li>
      <Swatch colours="--over-marked" /> {range}
      <button type="button" aria-label={`Clear the mark of ${range}`} onClick={() => setView({ marked: null })}>
        Clear
      </button>
    </li>
  );
}

/** The colour of a layer, or its colours in order. */
export function Swatch({ colours }: { colours: OfferedLayer["colours"] }) {
  if (colours === "pieces") {
    return (
      <>
        {[...PIECE_COLOURS, SMALL_PIECES].map((colour) => (
          <i key={colour.join()} data-of="pieces" style={{ background: `rgb(${colour.join(" ")})` }} />
        ))}
      </>
    );
  }
  if (typeof colours === "string") return <i style={{ background: `var(${colours})` }} />;
  return <RampKey local={colours} />;
}

function RampKey({ local: { layer, range, added } }: { local: LocalLayer }) {
  const [low, high] = range.map((end) => formatLocal(layer, end + added));
  return (
    <>
      {low} <i data-of="ramp" /> {high}
    </>
  );
}
