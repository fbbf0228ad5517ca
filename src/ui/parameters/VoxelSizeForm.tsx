import { Button } from "@mantine/core";
import { useState } from "react";
import { useActions } from "../app-context.tsx";
import { parseLength } from "./model.ts";
import { NumberField } from "./NumberField.tsx";
import classes from "./parameters.module.css";

/** Asks for the voxel size that a header lacks, then reads the map with it. */
export function VoxelSizeForm() {
  const { giveVoxelSize, cancelOpening } = useActions();
  const [voxelSize, setVoxelSize] = useState<number | null>(null);
  return (
    <form
      className={classes.asked}
      onSubmit={(event) => {
        event.preventDefault();
        if (voxelSize !== null) void giveVoxelSize(voxelSize);
      }}
    >
      <NumberField
        label="Voxel size"
        unit="Å"
        value={voxelSize}
        parse={parseLength}
        problem="A length above 0 Å, such as 1.06"
        commit="typing"
        onCommit={setVoxelSize}
      />
      <Button type="submit" disabled={voxelSize === null}>
        Read the map
      </Button>
      <Button variant="default" onClick={cancelOpening}>
        Cancel
      </Button>
    </form>
  );
}
