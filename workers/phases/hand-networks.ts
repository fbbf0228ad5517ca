import { type AxisStep, meanStep, stepOf, steppedAxis, unturned } from "../../src/core/hand/axis-step.ts";
import {
  type CellGrid,
  CYLINDER,
  type CylinderView,
  cellCount,
  sampleCylinder,
  VIEWS,
  writeView,
} from "../../src/core/hand/cylinder.ts";
import { answerOf, outputsOf } from "../../src/core/hand/cylinder-answer.ts";
import type { HelixAxis } from "../../src/core/hand/helix-axis.ts";
import type { MeasuredHelix } from "../../src/core/hand/measured-helix.ts";
import type { Sampler } from "../../src/core/hand/sampling.ts";
import { waveRatio } from "../../src/core/hand/wave-ratio.ts";
import { HAND_WEIGHTS } from "../../src/core/hand/weights.ts";
import type { ComputeMember, JobContext } from "../job.ts";
import { layerBytes, type PlacedLayer, placeLayers, throughLayers } from "../kernels/convolution/convolution.ts";
import { type MemberScratch, scratchOf } from "./phase.ts";
import { allocateScratch } from "./scratch.ts";

/** The layers of both networks in kernel memory, and room for the cells of a cylinder on their way through them; plain data. */
export interface PlacedNetworks {
  readonly axis: readonly PlacedLayer[];
  readonly cylinder: readonly PlacedLayer[];
  /** Two regions of half the size. */
  readonly cells: MemberScratch;
}

/** Copies the layers to kernel memory. */
export function placeNetworks(context: JobContext): PlacedNetworks {
  const axis = placeLayers(context.arena, HAND_WEIGHTS.axis.layers);
  const cylinder = placeLayers(context.arena, HAND_WEIGHTS.cylinder.layers);
  const bytes = Math.max(layerBytes(CYLINDER, axis), layerBytes(CYLINDER, cylinder));
  return { axis, cylinder, cells: allocateScratch(context, 2 * bytes) };
}

/** How often a candidate goes where the axis network sends it. */
const STEPS = 3;

/** Takes a ridge to the axis of the helix that runs near it, if one does. */
export function followAxis(
  member: ComputeMember,
  { axis: layers, cells }: PlacedNetworks,
  { sampler, start }: { sampler: Sampler; start: HelixAxis },
): HelixAxis {
  let found = start;
  for (let step = 0; step < STEPS; step++) {
    const steps: AxisStep[] = [];
    eachView(member, { cylinder: sampleCylinder(sampler, found), layers, cells }, (last, grid, view) => {
      steps.push(unturned(stepOf(HAND_WEIGHTS.axis, last, grid), view));
    });
    found = steppedAxis(found, meanStep(steps));
  }
  return found;
}

/** What the cylinder about an axis says. @param resolution Å */
export function measureAxis(
  member: ComputeMember,
  { cylinder: layers, cells }: PlacedNetworks,
  { sampler, axis, resolution }: { sampler: Sampler; axis: HelixAxis; resolution: number },
): MeasuredHelix {
  const cylinder = sampleCylinder(sampler, axis);
  const outputs: (readonly [number, number])[] = [];
  eachView(member, { cylinder, layers, cells }, (last, grid) => {
    outputs.push(outputsOf(HAND_WEIGHTS.cylinder, last, { grid, resolution }));
  });
  const { centre, direction } = axis;
  return { centre, direction, ...answerOf(outputs, VIEWS), logRatio: waveRatio(cylinder) };
}

type Visit = (last: Float64Array, grid: CellGrid, view: CylinderView) => void;

/** Puts the four views of a cylinder through some layers and calls back with the last cells of each. */
function eachView(
  member: ComputeMember,
  { cylinder, layers, cells }: { cylinder: Float64Array; layers: readonly PlacedLayer[]; cells: MemberScratch },
  visit: Visit,
): void {
  const { kernel } = member;
  const { buffer } = kernel.memory;
  const first = scratchOf(member, cells);
  for (const view of VIEWS) {
    writeView(cylinder, view, new Float64Array(buffer, first, cylinder.length));
    const last = throughLayers(kernel, { address: first, grid: CYLINDER }, layers, first + cells.bytes / 2);
    visit(new Float64Array(buffer, last.address, cellCount(last.grid)), last.grid, view);
  }
}
