import type { JobContext } from "../job.ts";
import type { MemberScratch } from "./phase.ts";

const ALIGNMENT = 64;

/** Working memory for every member of the team, from the job's arena. */
export function allocateScratch({ arena, team }: JobContext, bytes: number): MemberScratch {
  const each = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
  return { address: arena.allocate(each * team.size), bytes: each };
}
