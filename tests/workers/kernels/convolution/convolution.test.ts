import { describe, expect, it } from "vitest";
import { type CellGrid, cellCount } from "../../../../src/core/hand/cylinder.ts";
import type { ConvolutionLayer } from "../../../../src/core/hand/network.ts";
import { layerBytes, placeLayers, throughLayers } from "../../../../workers/kernels/convolution/convolution.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { seededRandom } from "../../../support/random.ts";

const random = seededRandom(3);
const numbers = (length: number) => Array.from({ length }, () => random());

function layer(inputs: number, outputs: number, { step = 1, rise = 1 } = {}): ConvolutionLayer {
  return { inputs, outputs, step, rise, weights: numbers(9 * inputs * outputs), bias: numbers(outputs) };
}

/** The same, cell by cell. */
function naive(cells: readonly number[], grid: CellGrid, layer: ConvolutionLayer) {
  const { inputs, outputs, step, rise, weights, bias } = layer;
  const next = {
    azimuths: grid.azimuths / step,
    heights: Math.floor((grid.heights - 3) / rise) + 1,
    channels: outputs,
  };
  const out: number[] = [];
  for (let a = 0; a < next.azimuths; a++) {
    for (let h = 0; h < next.heights; h++) {
      for (let o = 0; o < outputs; o++) {
        let sum = bias[o]!;
        for (let i = 0; i < 9 * inputs; i++) {
          const [azimuth, height] = [Math.floor(i / (3 * inputs)), Math.floor(i / inputs) % 3];
          const row = (a * step + azimuth - 1 + grid.azimuths) % grid.azimuths;
          const cell = cells[(row * grid.heights + h * rise + height) * inputs + (i % inputs)]!;
          sum += cell * weights[i * outputs + o]!;
        }
        out.push(Math.max(0, sum));
      }
    }
  }
  return { cells: out, grid: next };
}

describe.each(["shared", "private"] as const)("convolution of a cylinder in %s memory", (memory) => {
  it.each([
    ["one layer", { azimuths: 12, heights: 21, channels: 8 }, [layer(8, 12)]],
    ["an even number of heights", { azimuths: 6, heights: 8, channels: 3 }, [layer(3, 4)]],
    ["three heights", { azimuths: 4, heights: 3, channels: 1 }, [layer(1, 4)]],
    ["every second height", { azimuths: 12, heights: 21, channels: 8 }, [layer(8, 12, { rise: 2 })]],
    [
      "every second azimuth and height",
      { azimuths: 12, heights: 10, channels: 2 },
      [layer(2, 8, { step: 2, rise: 2 })],
    ],
    [
      "layers one after the other",
      { azimuths: 12, heights: 15, channels: 4 },
      [layer(4, 8), layer(8, 16, { step: 2, rise: 2 }), layer(16, 4)],
    ],
  ] as const)("is what a plain sum gives: %s", (_, grid, layers) => {
    const { kernel, arena } = makeKernel(memory);
    const placed = placeLayers(arena, layers);
    const bytes = layerBytes(grid, placed);
    const [first, second] = [arena.allocate(bytes), arena.allocate(bytes)];
    const cells = numbers(cellCount(grid));
    new Float64Array(arena.memory.buffer, first, cells.length).set(cells);
    const found = throughLayers(kernel, { address: first, grid }, placed, second);
    const start: { cells: number[]; grid: CellGrid } = { cells, grid };
    const expected = layers.reduce((last, one: ConvolutionLayer) => naive(last.cells, last.grid, one), start);
    expect(found.grid).toEqual(expected.grid);
    const values = new Float64Array(arena.memory.buffer, found.address, cellCount(found.grid));
    expect([...values]).toEqual(expected.cells);
  });
});
