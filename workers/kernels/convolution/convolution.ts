import { type CellGrid, cellCount } from "../../../src/core/hand/cylinder.ts";
import type { ConvolutionLayer } from "../../../src/core/hand/network.ts";
import type { Arena, Kernel } from "../kernel.ts";

interface ConvolutionKernels {
  convolveCylinder(
    source: number,
    azimuths: number,
    heights: number,
    channels: number,
    step: number,
    rise: number,
    weights: number,
    bias: number,
    outputs: number,
    target: number,
  ): void;
}

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
/** Heights that a cell of the next layer reads. */
const REACH = 3;

/** A layer with its weights in kernel memory; plain data. */
export interface PlacedLayer extends Pick<ConvolutionLayer, "inputs" | "outputs" | "step" | "rise"> {
  /** Addresses of float64. */
  readonly weights: number;
  readonly bias: number;
}

/** Copies the weights of layers to kernel memory, from the arena. */
export function placeLayers(arena: Arena, layers: readonly ConvolutionLayer[]): PlacedLayer[] {
  const place = (values: readonly number[]) => {
    const address = arena.allocate(DOUBLE * values.length);
    new Float64Array(arena.memory.buffer, address, values.length).set(values);
    return address;
  };
  return layers.map(({ weights, bias, inputs, outputs, step, rise }) => {
    return { inputs, outputs, step, rise, weights: place(weights), bias: place(bias) };
  });
}

/** The cells that a layer makes of a grid of cells. */
export function gridAfter({ azimuths, heights }: CellGrid, { step, rise, outputs }: PlacedLayer): CellGrid {
  return { azimuths: azimuths / step, heights: Math.floor((heights - REACH) / rise) + 1, channels: outputs };
}

/** Bytes of the largest grid of cells that some layers make, the first one included. */
export function layerBytes(grid: CellGrid, layers: readonly PlacedLayer[]): number {
  let [own, most] = [grid, cellCount(grid)];
  for (const layer of layers) {
    own = gridAfter(own, layer);
    most = Math.max(most, cellCount(own));
  }
  return DOUBLE * most;
}

/** Cells in kernel memory: float64 by azimuth, height and channel, the last one fastest. */
export interface Cells {
  readonly address: number;
  readonly grid: CellGrid;
}

/**
 * Puts cells through layers of max(0, bias + Σ weights · cells) over three azimuths, which close, and three heights: two regions
 * take turns, of which the first holds the cells and both have room for {@link layerBytes}. @returns the last cells
 */
export function throughLayers(kernel: Kernel, cells: Cells, layers: readonly PlacedLayer[], other: number): Cells {
  const { convolveCylinder } = kernel.exports as unknown as ConvolutionKernels;
  let [from, to] = [cells, other];
  for (const layer of layers) {
    const { azimuths, heights, channels } = from.grid;
    const { step, rise, weights, bias, outputs } = layer;
    convolveCylinder(from.address, azimuths, heights, channels, step, rise, weights, bias, outputs, to);
    [from, to] = [{ address: to, grid: gridAfter(from.grid, layer) }, from.address];
  }
  return from;
}
