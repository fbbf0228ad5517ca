import type { ReactNode } from "react";
import type { CheckDefinition, Verdict } from "../../checks/check.ts";
import classes from "./hallmark.module.css";

/** A verdict, or where a check stands before it has one. */
export type MarkState = Verdict | "running" | "queued" | "cancelled";

const WORDS: Readonly<Record<MarkState, string>> = {
  ok: "OK",
  warning: "Warning",
  notApplicable: "Does not apply",
  informative: "For information",
  failed: "Could not be measured",
  running: "Running",
  queued: "Waiting",
  cancelled: "Cancelled",
};

const FILLED: ReadonlySet<MarkState> = new Set(["ok", "warning", "failed"]);

const OUTLINES: Readonly<Record<MarkState, ReactNode>> = {
  ok: <circle cx="10" cy="10" r="9" fill="currentColor" />,
  warning: <path d="M10-.6 20.6 10 10 20.6-.6 10Z" fill="currentColor" />,
  failed: <path d="M6 .8h8L19.2 6v8L14 19.2H6L.8 14V6Z" fill="currentColor" />,
  notApplicable: <circle cx="10" cy="10" r="8.4" fill="none" stroke="currentColor" strokeWidth="1.2" />,
  informative: <rect x="2" y="2" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="1.2" />,
  running: (
    <g fill="none" strokeWidth="2.4">
      <circle cx="10" cy="10" r="8" stroke="var(--line)" />
      <path d="M10 2a8 8 0 0 1 7.6 10.5" stroke="currentColor" />
    </g>
  ),
  queued: (
    <circle cx="10" cy="10" r="8.4" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="1.6 2.4" />
  ),
  cancelled: (
    <circle cx="10" cy="10" r="8.4" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="1.6 2.4" />
  ),
};

const SIGNS: Partial<Readonly<Record<MarkState, ReactNode>>> = {
  ok: <path d="m5.8 10.3 2.9 2.9 5.6-6" fill="none" stroke="var(--on-mark)" strokeWidth="1.9" />,
  warning: <path d="M10 5v6.4M10 13.2v2" stroke="var(--on-mark)" strokeWidth="2" />,
  failed: <path d="m6.4 6.4 7.2 7.2M13.6 6.4l-7.2 7.2" stroke="var(--on-mark)" strokeWidth="1.9" />,
  notApplicable: <path d="M6 10h8" stroke="currentColor" strokeWidth="1.6" />,
  informative: <path d="M10 9v5.4M10 5.4v1.8" stroke="currentColor" strokeWidth="1.7" />,
};

/** A hallmark: the shape is the verdict; the letter, where there is one, is the check. An empty label hides it from readers. */
export function Mark({ state, check, label }: { state: MarkState; check?: CheckDefinition; label?: string }) {
  const letter = check?.id.at(-1);
  const name = label ?? (letter ? `${letter}: ${WORDS[state]}` : WORDS[state]);
  const silent = name === "";
  return (
    <svg
      className={classes.mark}
      data-state={state}
      viewBox="-1 -1 22 22"
      role="img"
      aria-label={name}
      aria-hidden={silent}
    >
      {OUTLINES[state]}
      {letter ? (
        <text x="10" y="13.8" fill={FILLED.has(state) ? "var(--on-mark)" : "currentColor"}>
          {letter}
        </text>
      ) : (
        SIGNS[state]
      )}
    </svg>
  );
}
