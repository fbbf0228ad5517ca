import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** What the times depend on. @param python see findPython */
export function describeMachine({ scipy, reference }) {
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const named = (python) =>
    python ? `numpy ${python.versions.numpy}, scipy ${python.versions.scipy}` : "not installed";
  return [
    `${model}, ${availableParallelism()} cores, ${memory} GiB. Node ${process.versions.node}. Reference program: ${named(reference)}. Kernels of scipy: ${named(scipy)}.`,
    "Each section ends with the day and the load average when it began; above about 0.3 other work was running, and single times are worth little.",
    "Comparisons run A B A B … in one session. A cell is the median of the rounds; a ratio is the median of the ratios of each round.",
    "The maps are synthetic and cubic, 1 Å a voxel (`bench/make-map.js`): a wandering chain in the middle of the box, and noise.",
  ].join("\n");
}

/** When a section was measured, and what else was running. */
export function describeLoad() {
  return `Measured on ${new Date().toISOString().slice(0, 10)}, load average ${loadavg()[0].toFixed(1)}.`;
}

/** How long something took, in words. */
export function describeDuration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
