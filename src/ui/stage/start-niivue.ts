import { voxelCount } from "../../core/volume/grid.ts";
import type { Engine, OpenedMap } from "../../engine/engine.ts";
import { binningFor, binVolume, type DisplayVolume } from "../../view/display-volume.ts";
import { graphicsOf } from "../../view/graphics.ts";
import type { SliceDrawer } from "../../view/slice-drawer.ts";
import type { SliceLook } from "../../view/slice-look.ts";

/** How long the page may be kept from answering while a large map is binned, ms. */
const BREATH = 12;

/** Voxels up to which NiiVue keeps up where WebGL is run by software (128³). */
const MOST_IN_SOFTWARE = 128 ** 3;

/** Why the processor draws in place of NiiVue, as a clause. */
interface Refusal {
  readonly refusal: string;
}

interface StartOptions {
  readonly wish: "automatic" | "niivue";
  readonly look: SliceLook;
  readonly signal: AbortSignal;
  readonly onLost: () => void;
}

/** NiiVue at work on a map. */
export interface StartedNiivue {
  readonly drawer: SliceDrawer;
  readonly binning: 1 | 2;
}

/**
 * Fetches NiiVue and gives it the map's voxels where they lie, or a binned copy of a large map.
 * @returns the reason where the processor has to draw. @throws the signal's reason if it was aborted.
 */
export async function startNiivue(
  engine: Engine,
  map: OpenedMap,
  options: StartOptions,
): Promise<StartedNiivue | Refusal> {
  const { wish, look, signal, onLost } = options;
  const graphics = graphicsOf();
  if (!graphics) return { refusal: "this browser offers no WebGL2" };
  const voxels = await engine.voxels(map.id);
  if (!voxels) return { refusal: "this page has no shared memory" };
  const { box, voxelSize } = map.grid;
  if (wish === "automatic" && graphics.speed === "software" && voxelCount(box) > MOST_IN_SOFTWARE) {
    return { refusal: "WebGL is run by software here, which is slower" };
  }
  const binning = binningFor(box, graphics.longestTexture);
  if (binning === null) return { refusal: "the map is larger than this graphics processor takes" };
  const { createNiivueSlices } = await import("../../view/niivue/niivue-slices.ts");
  const volume: DisplayVolume =
    binning === 1 ? { box, voxelSize, voxels, binning } : await inBreaths(binVolume(voxels, box, voxelSize), signal);
  signal.throwIfAborted();
  const drawer = await createNiivueSlices(volume, { mapBox: box, look, onLost });
  if (signal.aborted) drawer.dispose();
  signal.throwIfAborted();
  return { drawer, binning };
}

/** Runs a generator to its end, pausing for the page's other work. */
async function inBreaths<Result>(work: Generator<void, Result>, signal: AbortSignal): Promise<Result> {
  for (let started = performance.now(); ; ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - started < BREATH) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    started = performance.now();
  }
}
