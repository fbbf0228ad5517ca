import type { Job } from "../job.ts";
import { readMap as readFile } from "../reading/read-map.ts";

let maps = 0;

/** Reads a file into a volume at rest. */
export const readMap: Job<"readMap"> = async ({ source, voxelSize, binning }, context) => {
  const bytes = await context.platform.openSource(source);
  const read = await readFile(bytes, {
    voxelSize,
    binning,
    makeHash: context.platform.makeHash,
    allocate: context.allocateVolume,
    onProgress: (fraction) => {
      context.throwIfAborted();
      context.progress(fraction);
    },
  });
  const handle = context.self.volumes.keep(`voxels${++maps}`, read.voxels.buffer);
  return {
    map: { ...handle, grid: read.grid },
    header: read.header,
    sha256: read.sha256,
    compression: read.compression,
    fileName: bytes.name,
    fileBytes: bytes.size,
    cell: read.cell,
    diagnosis: read.diagnosis,
  };
};
