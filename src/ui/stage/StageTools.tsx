import { ActionIcon, SegmentedControl } from "@mantine/core";
import { formatDecimal } from "../../core/format/numbers.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { MOST_ZOOM } from "../../view/slice-zoom.ts";
import { fileStem } from "../actions/export-report.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { Icon } from "../icons.tsx";
import type { View } from "../state/view.ts";
import { DISPLAY_BUTTON } from "./display-button.ts";
import { toggleFullScreen } from "./full-screen.ts";
import { savePicture } from "./save-picture.ts";
import classes from "./stage-tools.module.css";

const PANES: readonly { readonly value: View["panes"]; readonly label: string }[] = [
  { value: "all", label: "All" },
  { value: "surface", label: "3-D" },
  { value: "z", label: "Z" },
  { value: "y", label: "Y" },
  { value: "x", label: "X" },
];

/** "emd_1997-surface.png". */
function pictureName({ fileName }: OpenedMap, panes: View["panes"]): string {
  return `${fileStem(fileName)}-${panes === "all" ? "map" : panes}.png`;
}

/** How large the slices are shown, about the crosshair. */
function ZoomButtons() {
  const { factor } = useAppState((state) => state.view.sliceZoom);
  const { zoomSlices } = useActions();
  return (
    <fieldset className={classes.zoom} aria-label="Zoom of the slices">
      <ActionIcon aria-label="Slices smaller" disabled={factor === 1} onClick={() => zoomSlices(1 / 1.5)}>
        <Icon shape="shrink" />
      </ActionIcon>
      <output>{formatDecimal(factor, 1)}×</output>
      <ActionIcon aria-label="Slices larger" disabled={factor === MOST_ZOOM} onClick={() => zoomSlices(1.5)}>
        <Icon shape="enlarge" />
      </ActionIcon>
      {factor > 1 && (
        <button type="button" className={classes.whole} onClick={() => zoomSlices(0)}>
          Whole box
        </button>
      )}
    </fieldset>
  );
}

/** What the stage shows: which panes, which slices; overlays and colours in a panel. */
export function StageTools({ map }: { map: OpenedMap }) {
  const { panes, slicesAt, display } = useAppState((state) => state.view);
  const { setView, goToSlices } = useActions();
  return (
    <div className={classes.tools}>
      <SegmentedControl
        aria-label="Panes"
        value={panes}
        onChange={(value) => setView({ panes: value as View["panes"] })}
        data={[...PANES]}
      />
      <fieldset className={classes.group}>
        <legend>Slices at</legend>
        {(["largestVariance", "centre"] as const).map((place) => (
          <button key={place} type="button" aria-pressed={slicesAt === place} onClick={() => goToSlices(place)}>
            {place === "centre" ? "centre" : "largest variance"}
          </button>
        ))}
      </fieldset>
      <ZoomButtons />
      <button
        id={DISPLAY_BUTTON}
        type="button"
        className={`push ${classes.displayButton}`}
        aria-expanded={display === "open"}
        onClick={() => setView({ display: display === "open" ? "closed" : "open" })}
      >
        Overlays, colours
      </button>
      <ActionIcon aria-label="Save picture" onClick={() => savePicture(pictureName(map, panes))}>
        <Icon shape="save" />
      </ActionIcon>
      <ActionIcon aria-label="Full screen" onClick={toggleFullScreen}>
        <Icon shape="fullScreen" />
      </ActionIcon>
    </div>
  );
}
