import type { ErrorRecord } from "../../src/core/errors.ts";
import type { SelfTestResult } from "./self-test.ts";

/** What the self-test's worker is sent: compiled kernels, and the kind of memory that they are built for. */
export interface SelfTestRequest {
  readonly kernels: WebAssembly.Module;
  readonly memory: "shared" | "private";
}

export type SelfTestAnswer = { readonly result: SelfTestResult } | { readonly error: ErrorRecord };
