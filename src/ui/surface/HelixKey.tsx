import type { HelixRod } from "./helices.ts";
import classes from "./surface.module.css";

const WORDS = { right: "right-handed turns, D above 0", left: "left-handed turns, D below 0" } as const;

/** What the rods in the surface are, by the hands that are there. */
export function HelixKey({ helices }: { helices: readonly HelixRod[] }) {
  return (
    <dl className={classes.helices} aria-label="Helices in the surface">
      <dt>The likeliest helices, drawn through the surface; the thick one is at the crosshair</dt>
      {(["right", "left"] as const).map((hand) => (
        <dd key={hand}>
          <i style={{ background: `var(--helix-${hand})` }} /> {helices.filter((helix) => helix.hand === hand).length}{" "}
          with {WORDS[hand]}
        </dd>
      ))}
    </dl>
  );
}
