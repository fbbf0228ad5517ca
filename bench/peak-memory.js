/** Preloaded into a timed process: leaves the most memory that it ever held, bytes, in the file that BENCH_PEAK names. */
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const target = process.env.BENCH_PEAK;
if (isMainThread && target) {
  process.once("exit", () => writeFileSync(target, String(1024 * process.resourceUsage().maxRSS)));
}
