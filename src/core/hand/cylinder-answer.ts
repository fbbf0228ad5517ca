import type { CellGrid, CylinderView } from "./cylinder.ts";
import type { CylinderNetwork } from "./network.ts";

/** What a cylinder says: log-odds of a helix, the same in the mirror, and of the right hand, which change sign. */
export interface CylinderAnswer {
  readonly helix: number;
  readonly hand: number;
}

/** The end of the band as the network reads it. @param resolution Å */
export function bandEnd(resolution: number): number {
  return 20 * (1 / resolution - 0.22);
}

/** The two outputs for one view, from the last cells of the network: their means around the axis and the resolution. */
export function outputsOf(
  { hidden, bias, output, offset }: Omit<CylinderNetwork, "layers">,
  cells: Float64Array,
  { grid, resolution }: { grid: CellGrid; resolution: number },
): readonly [helix: number, hand: number] {
  const size = grid.heights * grid.channels;
  const inputs = new Float64Array(size + 1);
  for (let a = 0; a < grid.azimuths; a++) {
    for (let i = 0; i < size; i++) inputs[i]! += cells[a * size + i]!;
  }
  for (let i = 0; i < size; i++) inputs[i]! /= grid.azimuths;
  inputs[size] = bandEnd(resolution);
  let [helix, hand] = [offset[0]!, offset[1]!];
  for (let unit = 0; unit < bias.length; unit++) {
    let sum = bias[unit]!;
    for (let i = 0; i <= size; i++) sum += hidden[unit * (size + 1) + i]! * inputs[i]!;
    const active = Math.max(0, sum);
    helix += output[unit]! * active;
    hand += output[bias.length + unit]! * active;
  }
  return [helix, hand];
}

/** The answer from the outputs of all views: means of the first, and the second of the own hand less that of the mirror. */
export function answerOf(
  outputs: readonly (readonly [number, number])[],
  views: readonly CylinderView[],
): CylinderAnswer {
  const helix = outputs.reduce((sum, [own]) => sum + own, 0) / outputs.length;
  const side = (index: number) => (views[index]!.hand === "mirrored" ? -1 : 1);
  const hand = outputs.reduce((sum, [, own], index) => sum + side(index) * own, 0) / (outputs.length / 2);
  return { helix, hand };
}
