import { Kbd } from "@mantine/core";
import { Suspense, useEffect, useState } from "react";
import { KEYS_PANEL, readKeyChoice, writeKeyChoice } from "../keys.ts";
import { lazyPart } from "../lazy-part.ts";
import classes from "./bar.module.css";

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["R"], "run the checks"],
  [["Esc"], "cancel the run, close a check"],
  [["V"], "the other reading"],
  [["↑", "↓"], "next check; the slice above or below when a slice has focus"],
  [["←", "→"], "one slice, with Shift ten; turns the surface when it has focus, with Shift moves it"],
  [["+", "−"], "surface or slices larger or smaller when they have focus"],
  [["Home", "0"], "the surface back to its view; the slices back to the whole box"],
  [["Ctrl", "wheel"], "zoom the slices at the pointer; with Shift, dragging moves them"],
  [["X", "Y", "Z"], "one plane"],
  [["D", "A"], "the surface; all four"],
  [["1", "2", "3"], "the report’s views of the surface"],
  [["M", "C"], "slices of largest variance; through the centre"],
  [["[", "]"], "the level down or up by 1 %"],
  [["O"], "overlays on or off"],
  [["F"], "the stage on the full screen"],
  [["E"], "export the PDF report"],
  [["?"], "this list"],
];

const SelfTest = lazyPart(() => import("../self-test/SelfTest.tsx").then((part) => part.SelfTest));

/** The list of keys. Single keys can be turned off here, for those who dictate or type by accident. */
export function KeysPanel() {
  const [choice, setChoice] = useState(readKeyChoice);
  const [shown, setShown] = useState<"open" | "closed">("closed");
  useEffect(() => writeKeyChoice(choice), [choice]);
  return (
    <section
      id={KEYS_PANEL}
      popover="auto"
      className={classes.keys}
      aria-label="Keys"
      onToggle={({ newState }) => setShown(newState)}
    >
      <h2>Keys</h2>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="row">
        <input
          type="checkbox"
          checked={choice === "on"}
          onChange={(event) => setChoice(event.currentTarget.checked ? "on" : "off")}
        />
        Single keys act when no field has focus
      </label>
      {shown === "open" && (
        <Suspense fallback={null}>
          <SelfTest />
        </Suspense>
      )}
    </section>
  );
}
