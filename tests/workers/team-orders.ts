import type { ErrorRecord } from "../../src/core/errors.ts";

/** What a test asks of a worker. */
export type TeamOrder =
  | { readonly role: "lead"; readonly size: number; readonly phases: readonly OrderedPhase[] }
  | { readonly role: "assist"; readonly index: number };

export interface OrderedPhase {
  readonly name: string;
  readonly args: unknown;
  readonly chunks: number;
}

/** How each phase ended for the lead, or what an assistant was told. */
export interface TeamReply {
  readonly errors?: readonly (ErrorRecord | "cancelled" | null)[];
  readonly heard?: readonly string[];
}
