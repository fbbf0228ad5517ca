import { availableParallelism, cpus, totalmem } from "node:os";

/** What the times depend on, and when they were taken. */
export function describeMachine(python) {
  const day = new Date().toISOString().slice(0, 10);
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const beside = python
    ? `Python ${python.versions.python}, numpy ${python.versions.numpy}, scipy ${python.versions.scipy}`
    : "no Python with numpy and scipy, so nothing to compare with";
  return [
    `${day}. ${model}, ${availableParallelism()} cores, ${memory} GiB. Node ${process.versions.node}; ${beside}.`,
    "Comparisons run A B A B … in one session. A cell is the median of the rounds; a ratio is the median of the ratios of each round.",
    "The maps are synthetic and cubic, 1 Å a voxel (`bench/make-map.js`): a globule that fills a tenth of the box, and noise.",
  ].join("\n");
}
