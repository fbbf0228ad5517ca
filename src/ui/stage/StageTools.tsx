import { ActionIcon, Checkbox, SegmentedControl } from "@mantine/core";
import { useActions, useAppState } from "../app-context.tsx";
import { Icon } from "../icons.tsx";
import type { View } from "../store.ts";
import { DISPLAY_BUTTON } from "./display-button.ts";
import { toggleFullScreen } from "./full-screen.ts";
import { isShown, offeredLayers, type RunLayers } from "./layers.ts";
import classes from "./stage.module.css";

const PANES: readonly { readonly value: View["panes"]; readonly label: string }[] = [
  { value: "all", label: "All" },
  { value: "surface", label: "3-D" },
  { value: "z", label: "Z" },
  { value: "y", label: "Y" },
  { value: "x", label: "X" },
];

/** What the stage shows: which panes, which slices, overlays. */
export function StageTools({ layers }: { layers: RunLayers }) {
  const { panes, slicesAt, display } = useAppState((state) => state.view);
  const { setView, goToSlices } = useActions();
  return (
    <div className={classes.tools}>
      <SegmentedControl
        aria-label="Panes"
        className={classes.panesSwitch}
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
      <Overlays layers={layers} />
      <button
        id={DISPLAY_BUTTON}
        type="button"
        className={`push ${classes.displayButton}`}
        aria-expanded={display === "open"}
        onClick={() => setView({ display: display === "open" ? "closed" : "open" })}
      >
        Display
      </button>
      <ActionIcon aria-label="Full screen" onClick={toggleFullScreen}>
        <Icon shape="fullScreen" />
      </ActionIcon>
    </div>
  );
}

/** One checkbox a layer; each label is the legend of its colour. */
function Overlays({ layers }: { layers: RunLayers }) {
  const view = useAppState((state) => state.view);
  const level = useAppState((state) => state.parameters.contourLevel);
  const { toggleLayer } = useActions();
  return (
    <fieldset className={classes.overlays}>
      <legend className="unseen">Overlays on the slices</legend>
      {offeredLayers(layers, level).map(({ layer, name, token }) => (
        <Checkbox
          key={layer}
          size="xs"
          label={
            <>
              <i style={{ background: `var(${token})` }} /> {name}
            </>
          }
          checked={isShown(layer, view)}
          onChange={() => toggleLayer(layer)}
        />
      ))}
    </fieldset>
  );
}
