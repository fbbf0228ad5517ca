import { ActionIcon, Button, SegmentedControl } from "@mantine/core";
import type { OpenedMap } from "../../engine/engine.ts";
import { COLOUR_MAPS, type ColourMap } from "../../view/colour-map.ts";
import type { DisplayWindow } from "../../view/slice-look.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { Icon } from "../icons.tsx";
import { parseNumber } from "../parameters/model.ts";
import { NumberField } from "../parameters/NumberField.tsx";
import type { View } from "../state/view.ts";
import { DISPLAY_BUTTON } from "./display-button.ts";
import classes from "./display-panel.module.css";
import { autoWindow } from "./model.ts";
import { OverlayFields } from "./OverlayFields.tsx";
import type { RunLayers } from "./run-layers.ts";

const DRAWERS: readonly { readonly value: View["drawnBy"]; readonly label: string }[] = [
  { value: "automatic", label: "Automatic" },
  { value: "niivue", label: "NiiVue" },
  { value: "processor", label: "Processor" },
];

/** How the slices look: overlays, window, colours and what draws them. */
export function DisplayPanel({ map, run, note }: { map: OpenedMap; run: RunLayers; note: string }) {
  const { setView } = useActions();
  const { colourMap, drawnBy } = useAppState((state) => state.view);
  const close = () => {
    setView({ display: "closed" });
    document.getElementById(DISPLAY_BUTTON)?.focus();
  };
  return (
    <section
      className={classes.panel}
      aria-label="Overlays and colours"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h2>Overlays, colours</h2>
        <ActionIcon aria-label="Close the panel" onClick={close}>
          <Icon shape="close" />
        </ActionIcon>
      </header>
      <OverlayFields run={run} />
      <WindowFields map={map} />
      <fieldset>
        <legend>Colours</legend>
        <SegmentedControl
          fullWidth
          aria-label="Colours of the slices"
          value={colourMap}
          onChange={(value) => setView({ colourMap: value as ColourMap })}
          data={COLOUR_MAPS.map(({ value, name }) => ({ value, label: name }))}
        />
      </fieldset>
      <fieldset>
        <legend>Drawn by</legend>
        <SegmentedControl
          fullWidth
          aria-label="What draws the slices"
          value={drawnBy}
          onChange={(value) => setView({ drawnBy: value as View["drawnBy"] })}
          data={[...DRAWERS]}
        />
        <p>{note}</p>
      </fieldset>
    </section>
  );
}

function WindowFields({ map }: { map: OpenedMap }) {
  const { setView } = useActions();
  const chosen = useAppState((state) => state.view.window);
  const window = chosen ?? autoWindow(map);
  const set = (change: Partial<DisplayWindow>) => setView({ window: { ...window, ...change } });
  const accept = (isValid: (value: number) => boolean) => (text: string) => {
    const value = parseNumber(text);
    return typeof value === "number" && isValid(value) ? value : "invalid";
  };
  return (
    <fieldset>
      <legend>Window</legend>
      <div className={classes.window}>
        <NumberField
          label="Darkest map value"
          labelling="spoken"
          value={window.low}
          parse={accept((value) => value < window.high)}
          problem="Below the other end"
          commit="leaving"
          onCommit={(low) => low !== null && set({ low })}
        />
        <span>to</span>
        <NumberField
          label="Brightest map value"
          labelling="spoken"
          value={window.high}
          parse={accept((value) => value > window.low)}
          problem="Above the other end"
          commit="leaving"
          onCommit={(high) => high !== null && set({ high })}
        />
        <Button variant="default" disabled={chosen === null} onClick={() => setView({ window: null })}>
          Auto
        </Button>
      </div>
    </fieldset>
  );
}
