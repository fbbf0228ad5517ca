import { Button, Progress } from "@mantine/core";
import { useActions, useAppState } from "../app-context.tsx";
import { shortName } from "../facts/model.ts";
import { VoxelSizeForm } from "../parameters/VoxelSizeForm.tsx";
import type { Opening } from "../store.ts";

/** A map on its way in: how far it is, or what its header lacks. */
export function OpeningPanel({ opening }: { opening: Opening }) {
  const { cancelOpening } = useActions();
  const sentence = useAppState((state) => state.fault?.sentence);
  const name = shortName(opening.fileName);
  if (opening.ask === "voxelSize") {
    return (
      <>
        <p className="findingLarge">How large is a voxel of {name}?</p>
        <p className="two">{sentence}</p>
        <VoxelSizeForm />
      </>
    );
  }
  const percent = opening.fraction === null ? null : Math.round(100 * opening.fraction);
  return (
    <>
      <p className="findingLarge">Reading {name}</p>
      <Progress value={percent ?? 100} animated={percent === null} size={4} aria-label={`Reading ${name}`} />
      <div className="row">
        <span className="small two">{percent === null ? "Reading and surveying the map" : `${percent} %`}</span>
        <Button className="push" variant="default" onClick={cancelOpening}>
          Cancel
        </Button>
      </div>
    </>
  );
}
