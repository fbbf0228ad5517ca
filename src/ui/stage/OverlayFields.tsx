import { Checkbox, Radio } from "@mantine/core";
import { useActions, useAppState } from "../app-context.tsx";
import type { Layer } from "../state/view.ts";
import classes from "./display-panel.module.css";
import { isShown, offeredLayers } from "./layers.ts";
import { OverlayKey } from "./OverlayKey.tsx";
import type { RunLayers } from "./run-layers.ts";

/** One checkbox a layer, one choice among the local measurements, and an opacity for each that is shown. */
export function OverlayFields({ run }: { run: RunLayers }) {
  const view = useAppState((state) => state.view);
  const level = useAppState((state) => state.parameters.contourLevel);
  const { toggleLayer } = useActions();
  const offered = offeredLayers(run, level);
  const locals = offered.filter(({ layer }) => layer.startsWith("local"));
  const chosen = locals.find(({ layer }) => isShown(layer, view))?.layer ?? "none";
  return (
    <>
      <fieldset>
        <legend>Overlays on the slices</legend>
        {offered
          .filter((one) => !locals.includes(one))
          .map((one) => (
            <div key={one.layer} className={classes.layer}>
              <Checkbox
                size="xs"
                label={<OverlayKey colours={one.colours}>{one.name}</OverlayKey>}
                checked={isShown(one.layer, view)}
                onChange={() => toggleLayer(one.layer)}
              />
              {isShown(one.layer, view) && <Opacity layer={one.layer} name={one.name} />}
            </div>
          ))}
        {run.maskLevel === null && <p>Masks, pieces and local measurements come with a run of the checks.</p>}
      </fieldset>
      {locals.length > 0 && (
        <fieldset>
          <legend>Local measurement</legend>
          <Radio.Group
            className={classes.choices}
            label="Local measurement"
            labelProps={{ className: "unseen" }}
            value={chosen}
            onChange={(value) => toggleLayer((value === "none" ? chosen : value) as Layer)}
          >
            <Radio size="xs" value="none" label="None" />
            {locals.map((one) => (
              <Radio key={one.layer} size="xs" value={one.layer} label={one.name} />
            ))}
          </Radio.Group>
          {locals
            .filter(({ layer }) => layer === chosen)
            .map((one) => (
              <div key={one.layer} className={classes.layer}>
                <p>
                  <OverlayKey colours={one.colours} />
                </p>
                <Opacity layer={one.layer} name={one.name} />
              </div>
            ))}
        </fieldset>
      )}
    </>
  );
}

function Opacity({ layer, name }: { layer: Layer; name: string }) {
  const opacity = useAppState((state) => state.view.opacities[layer]);
  const { setOpacity } = useActions();
  const percent = Math.round(100 * opacity);
  return (
    <div className={classes.opacity}>
      <span>Opacity</span>
      <input
        type="range"
        min={5}
        max={100}
        step={5}
        value={percent}
        aria-label={`Opacity of ${name}, percent`}
        onChange={(event) => setOpacity(layer, event.currentTarget.valueAsNumber / 100)}
      />
      <output>
        {percent}
        {"\u00a0"}%
      </output>
    </div>
  );
}
