import { MapError } from "../errors.ts";
import { binnedGrid } from "../volume/binning.ts";
import type { Triple } from "../volume/grid.ts";
import { toFileAxes } from "./axes.ts";
import type { DiagnosisLine } from "./finding.ts";
import type { MapLayout } from "./interpretation.ts";
import { createVoxelWriter, type VoxelWriter } from "./voxels.ts";
import { inWords, withDecimals } from "./wording.ts";

/** Voxels of the file along each axis that become one, where a map is binned at reading. */
export type Binning = 2;

/**
 * The layout of a file whose volume is read binned: the same file, the grid of its blocks.
 * @throws parameter.invalid where a side of the box is one voxel
 */
export function binnedLayout(layout: MapLayout, binning: Binning): MapLayout {
  const { box } = layout.grid;
  if (box.some((side) => side < binning)) {
    const message = `A box of ${box.join(" × ")} voxels cannot be binned by ${binning}. Read it as it is.`;
    throw new MapError("parameter.invalid", message, { box, binning });
  }
  return { ...layout, grid: binnedGrid(layout.grid, binning) };
}

/** What a reader must know of a binned map. `layout` is the file's own. */
export function diagnoseBinning({ grid: { box, voxelSize } }: MapLayout, binning: Binning): DiagnosisLine {
  const finest = withDecimals(2 * binning * Math.max(...voxelSize), 2);
  const blocks = `${binning} × ${binning} × ${binning}`;
  const message = `Binned by ${binning} on request: each voxel is the mean of ${blocks} of the file's ${box.map(inWords).join(" × ")}. Nothing finer than ${finest} Å is left, and every number is of the binned map.`;
  return { code: "binned", severity: "warning", message };
}

/**
 * Writes a volume's bytes into `target` as the mean of blocks of 2³ voxels, rounded once to float32. What is left over at the
 * far faces of an odd box is dropped. Two sections of the file are held at a time, never the whole.
 *
 * `layout`: the file's own. `target`: {@link binnedGrid} of its grid, x fastest, owned by the caller and filled in place.
 */
export function createBinningWriter(layout: MapLayout, target: Float32Array): VoxelWriter {
  const [columns, rows, sections] = layout.fileBox;
  const slab = new Float32Array(2 * columns * rows);
  const slabLayout = {
    ...layout,
    fileBox: [columns, rows, 2] as const,
    strides: [1, columns, columns * rows] as const,
    volumeBytes: (2 * layout.volumeBytes) / sections,
  };
  const [nx, ny] = binnedGrid(layout.grid, 2).box;
  const strides = toFileAxes(layout.axes, [1, nx, nx * ny]);
  const slabs = Math.floor(sections / 2);
  let [taken, done] = [0, 0];
  let writer = createVoxelWriter(slabLayout, slab);
  return {
    write(bytes) {
      const count = Math.min(bytes.length, layout.volumeBytes - taken);
      for (let at = 0; at < count && done < slabs; ) {
        at += writer.write(bytes.subarray(at, count));
        const full = taken + at === (done + 1) * slabLayout.volumeBytes;
        if (!full) continue;
        averageSlab(slab, { columns, rows, target, strides, section: done++ });
        writer = createVoxelWriter(slabLayout, slab);
      }
      taken += count;
      return count;
    },
  };
}

interface SlabPlace {
  readonly columns: number;
  readonly rows: number;
  readonly target: Float32Array;
  /** Steps in the target from one block to the next along columns, rows and sections. */
  readonly strides: Triple;
  readonly section: number;
}

function averageSlab(slab: Float32Array, { columns, rows, target, strides, section }: SlabPlace): void {
  const [columnStep, rowStep, sectionStep] = strides;
  const [width, height, plane] = [Math.floor(columns / 2), Math.floor(rows / 2), columns * rows];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = 2 * row * columns + 2 * column;
      const near = slab[at]! + slab[at + 1]! + slab[at + columns]! + slab[at + columns + 1]!;
      const far =
        slab[at + plane]! + slab[at + plane + 1]! + slab[at + plane + columns]! + slab[at + plane + columns + 1]!;
      target[column * columnStep + row * rowStep + section * sectionStep] = (near + far) / 8;
    }
  }
}
