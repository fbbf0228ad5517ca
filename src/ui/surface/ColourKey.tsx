import { SegmentedControl } from "@mantine/core";
import { UNMEASURED } from "../../report/drawing/ramp.ts";
import { useActions } from "../app-context.tsx";
import type { View } from "../state/view.ts";
import type { Colouring } from "./colourings.ts";
import classes from "./surface.module.css";

interface ColourChoiceProps {
  readonly offered: readonly Colouring[];
  /** `null` while the surface is plain. */
  readonly chosen: Colouring | null;
}

/** What colours the surface; nothing before a run has measured something. */
export function ColourChoice({ offered, chosen }: ColourChoiceProps) {
  const { setView } = useActions();
  if (offered.length === 0) return null;
  return (
    <SegmentedControl
      aria-label="Colour of the surface"
      value={chosen?.name ?? "plain"}
      onChange={(value) => setView({ surfaceColours: value as View["surfaceColours"] })}
      data={[{ value: "plain", label: "Plain" }, ...offered.map(({ name, label }) => ({ value: name, label }))]}
    />
  );
}

/** What the colours mean. */
export function ColourKey({ colouring: { title, ticks } }: { colouring: Colouring }) {
  const [low, median, high] = ticks;
  return (
    <dl className={classes.key} aria-label={`Colours of the surface: ${title}`}>
      <dt>{title}</dt>
      <dd>
        <i style={{ background: `rgb(${UNMEASURED})` }} /> not measured
      </dd>
      <dd className={classes.ramp}>
        <span>{low}</span>
        <span>median {median}</span>
        <span>{high}</span>
      </dd>
    </dl>
  );
}
