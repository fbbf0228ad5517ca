import type { ComputeMember } from "../job.ts";
import type { Phase } from "../team.ts";

/** A phase of the numerical jobs. */
export type ComputePhase<Args> = Omit<Phase<Args>, "work"> & {
  readonly work: (member: ComputeMember, args: Args, chunk: number) => void;
};

/** Working memory of each member of a team, one region after the other. */
export interface MemberScratch {
  readonly address: number;
  readonly bytes: number;
}

/** The region of one member. */
export function scratchOf(member: ComputeMember, { address, bytes }: MemberScratch): number {
  return address + member.index * bytes;
}
