import { Button } from "@mantine/core";
import { useActions, useAppState } from "../app-context.tsx";

/** Faults that an eighth of the voxels may not have. */
const OF_MEMORY: readonly string[] = ["map.tooLarge", "memory.exhausted", "worker.died"];

/** Reads the file again as the means of 2 × 2 × 2 voxels; nothing where that has been done, or would not help. */
export function BinButton({ faultCode }: { faultCode?: string }) {
  const { bin } = useActions();
  const binned = useAppState((state) => state.map?.binning !== undefined);
  if (binned || (faultCode !== undefined && !OF_MEMORY.includes(faultCode))) return null;
  return (
    <Button variant="default" onClick={bin}>
      Open it binned by 2, in an eighth of the memory
    </Button>
  );
}
