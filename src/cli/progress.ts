import type { CheckResult } from "../checks/check.ts";
import type { Progress } from "../engine/engine.ts";

/** Tells a person (a line that rewrites itself) or a program (one JSON line an event) how far the work is; on stderr. */
export interface Narrator {
  progress(progress: Progress): void;
  check(result: CheckResult): void;
  note(text: string): void;
  /** Ends the line that rewrites itself. */
  done(): void;
}

export function makeNarrator(manner: "quiet" | "person" | "program"): Narrator {
  if (manner === "quiet") return { progress() {}, check() {}, note() {}, done() {} };
  return manner === "person" ? forPeople() : forPrograms();
}

const BAR = 24;

function forPeople(): Narrator {
  const clear = () => process.stderr.write("\r\x1b[K");
  return {
    progress({ step, fraction }) {
      const filled = Math.round((fraction ?? 0) * BAR);
      const bar =
        fraction === null ? "" : `${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${Math.round(fraction * 100)} %`;
      process.stderr.write(`\r\x1b[K${step.padEnd(12)} ${bar}`);
    },
    check({ id, title, status, warnings }) {
      clear();
      const codes = warnings.corrected.map((w) => w.code).join(", ");
      process.stderr.write(`${id} ${title.padEnd(22)} ${status.corrected}${codes && `: ${codes}`}\n`);
    },
    note(text) {
      clear();
      process.stderr.write(`${text}\n`);
    },
    done: clear,
  };
}

function forPrograms(): Narrator {
  const say = (event: object) => process.stderr.write(`${JSON.stringify(event)}\n`);
  return {
    progress: ({ step, fraction }) => say({ event: "progress", step, fraction }),
    check: ({ id, key, status }) => say({ event: "check", id, key, status }),
    note: (message) => say({ event: "note", message }),
    done() {},
  };
}
