import { BAND_WAVELENGTHS } from "../../src/core/local-resolution/bands.ts";
import { type LogSpread, takeLogs } from "../../src/core/local-resolution/features.ts";
import { addLogs, SPREAD_SUMS, spreadOf } from "../../src/core/local-resolution/log-spread.ts";
import type { JobContext } from "../job.ts";
import type { ComputePhase } from "./phase.ts";

const BANDS = BAND_WAVELENGTHS.length;
/** Points whose sums are taken together. */
const CHUNK = 4096;

interface Summing {
  readonly count: number;
  /** Address of the energies: float32, band after band. */
  readonly own: number;
  /** Address of the sums: float64, chunk after chunk. */
  readonly sums: number;
}

/** How the logarithms of the energies vary over the points; sums of chunks are added in their order. */
export function measureLogSpread(context: JobContext, { own, count }: Pick<Summing, "own" | "count">): LogSpread {
  const { arena, team, self } = context;
  return arena.scope(() => {
    const chunks = Math.ceil(count / CHUNK);
    const sums = arena.allocate(8 * SPREAD_SUMS * chunks);
    team.run(SUM, { count, own, sums }, chunks);
    const all = new Float64Array(self.kernel.memory.buffer, sums, SPREAD_SUMS * chunks);
    const total = new Float64Array(SPREAD_SUMS);
    all.forEach((sum, i) => {
      total[i % SPREAD_SUMS]! += sum;
    });
    return spreadOf(total, count);
  });
}

const SUM: ComputePhase<Summing> = {
  name: "logSpread.sum",
  work: (member, { count, own, sums }, chunk) => {
    const { buffer } = member.kernel.memory;
    const energies = new Float32Array(buffer, own, BANDS * count);
    const out = new Float64Array(buffer, sums + 8 * SPREAD_SUMS * chunk, SPREAD_SUMS).fill(0);
    const logs = new Float64Array(BANDS);
    for (let i = chunk * CHUNK; i < Math.min(count, (chunk + 1) * CHUNK); i++) {
      for (let k = 0; k < BANDS; k++) logs[k] = energies[k * count + i]!;
      takeLogs(logs);
      addLogs(out, logs);
    }
  },
};

export const LOG_SPREAD_PHASES = [SUM];
