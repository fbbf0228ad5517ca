import type { JobContext } from "../job.ts";
import { addHistogram } from "../kernels/voxels/order-statistic.ts";
import type { MemberScratch } from "./phase.ts";
import { allocateScratch } from "./scratch.ts";

/** Gives every member a cleared table, lets the team count into them, and adds them up; integers, so in any order. */
export function countByMembers(
  context: JobContext,
  bytes: number,
  count: (tables: MemberScratch) => void,
): Uint32Array {
  const { arena, team, self } = context;
  return arena.scope(() => {
    const tables = allocateScratch(context, bytes);
    const view = (member: number) =>
      new Uint32Array(self.kernel.memory.buffer, tables.address + member * tables.bytes, bytes / 4);
    for (let member = 0; member < team.size; member++) view(member).fill(0);
    count(tables);
    const total = new Uint32Array(bytes / 4);
    for (let member = 0; member < team.size; member++) addHistogram(total, view(member));
    return total;
  });
}
