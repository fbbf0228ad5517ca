import { Button } from "@mantine/core";
import type { HandMeasurements } from "../../core/hand/hand.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { shownRun } from "../state/run.ts";
import classes from "./check-page.module.css";

const WORDS = {
  mirrored: "The map looks mirrored. Its mirror image fills the same box in the same frame, with x turned around.",
  correct:
    "The map does not look mirrored. Where you know better, its mirror image has x turned around in the same box.",
  undetermined:
    "Where you know that the map is mirrored: its mirror image has x turned around in the same box and frame.",
} as const;

/** Takes the mirror image of the map home, offered first where the helices are left-handed; nothing while a run goes on. */
export function MirroredMap({ outcome }: { outcome: HandMeasurements["evidence"]["outcome"] }) {
  const { downloadMirrored } = useActions();
  const exporting = useAppState((state) => state.exporting);
  const isDone = useAppState((state) => shownRun(state.run).state === "done");
  if (!isDone) return null;
  return (
    <div className={classes.action}>
      <Button
        variant={outcome === "mirrored" ? "filled" : "default"}
        loading={exporting === "mirrored"}
        disabled={exporting !== "nothing" && exporting !== "mirrored"}
        onClick={() => void downloadMirrored()}
      >
        Write the mirrored map
      </Button>
      <p className="two">{WORDS[outcome]}</p>
    </div>
  );
}
