/** The two sides of a team that transforms one box. Imports TypeScript, so it is loaded through vite: see own-transform.js. */
import { readFileSync } from "node:fs";
import { layoutTransform } from "../../workers/kernels/fourier/layout.ts";
import { loadPlane } from "../../workers/kernels/fourier/planes.ts";
import { planTransform } from "../../workers/kernels/fourier/transform.ts";
import { Arena, bindKernels } from "../../workers/kernels/kernel.ts";
import { forward, inverse, TRANSFORM_PHASES } from "../../workers/phases/transform.ts";
import { assistTeam, leadTeam } from "../../workers/team.ts";
import { makeTeamBlock } from "../../workers/team-block.ts";

const wasm = new URL("../../build/kernels/kernels-shared.wasm", import.meta.url);
const PHASES = new Map(TRANSFORM_PHASES.map(({ name, work }) => [name, work]));

/** What the members of a team have in common. */
export function makeShared() {
  const memory = new WebAssembly.Memory({ initial: 2, maximum: 65536, shared: true });
  return { memory, module: new WebAssembly.Module(readFileSync(wasm)), block: makeTeamBlock() };
}

/** Blocks its thread until the lead dismisses the team. */
export function assist({ memory, module, block, index }) {
  assistTeam(block, { index, kernel: bindKernels(module, memory) }, PHASES);
}

/** Fills a box with noise. `thereAndBack` transforms it forward and back. */
export function lead({ memory, module, block }, { box, size }) {
  const self = { index: 0, kernel: bindKernels(module, memory) };
  const arena = new Arena(memory);
  const layout = layoutTransform(box, "single");
  const plan = planTransform(self.kernel, arena, layout);
  const bytes = 64 * Math.ceil(plan.scratchBytes / 64);
  const scratch = { address: arena.allocate(bytes * size), bytes };
  const transform = { layout, plan, data: arena.allocate(layout.bytes), scratch };
  fillWithNoise(self.kernel, arena, transform);
  const team = leadTeam(block, size, self);
  const thereAndBack = () => {
    forward({ team }, transform);
    inverse({ team }, transform);
  };
  return { thereAndBack, dismiss: team.dismiss };
}

function fillWithNoise(kernel, arena, { layout, data }) {
  const count = layout.nx * layout.ny;
  const plane = arena.allocate(4 * count);
  const values = new Float32Array(kernel.memory.buffer, plane, count);
  let state = 1;
  for (let z = 0; z < layout.nz; z++) {
    for (let i = 0; i < count; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      values[i] = state / 2 ** 32 - 0.5;
    }
    loadPlane(kernel, layout, data, z, plane);
  }
}
