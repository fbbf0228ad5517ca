import { formatLevel } from "../../core/format/numbers.ts";
import { formatLocalEdge } from "../../report/text/local-words.ts";
import { useActions, useAppState } from "../app-context.tsx";
import type { MarkedBin } from "../state/view.ts";
import { isShown, offeredLayers } from "./layers.ts";
import { OverlayKey } from "./OverlayKey.tsx";
import classes from "./readout.module.css";
import type { RunLayers } from "./run-layers.ts";

/** What each colour over the slices means. */
export function Legend({ run }: { run: RunLayers }) {
  const view = useAppState((state) => state.view);
  const level = useAppState((state) => state.parameters.contourLevel);
  const shown = offeredLayers(run, level).filter(({ layer }) => isShown(layer, view));
  return (
    <ul className={classes.legend} aria-label="Legend of the overlays">
      {shown.map(({ layer, name, colours }) => (
        <li key={layer}>
          <OverlayKey colours={colours}>{name}</OverlayKey>
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
      <OverlayKey colours="--over-marked">{range}</OverlayKey>
      <button type="button" aria-label={`Clear the mark of ${range}`} onClick={() => setView({ marked: null })}>
        Clear
      </button>
    </li>
  );
}
