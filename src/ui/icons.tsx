import type { ReactNode } from "react";

const SHAPES = {
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" />
    </>
  ),
  theme: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="6.3" />
      <path d="M6.2 6.2a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.7-.8 1.4M8 11.2v.8" />
    </>
  ),
  fullScreen: <path d="M6 2H2v4M10 2h4v4M6 14H2v-4M10 14h4v-4" />,
  save: <path d="M8 2v8m-3.2-3L8 10.2 11.2 7M2.5 13.5h11" />,
  enlarge: <path d="M8 3v10M3 8h10" />,
  shrink: <path d="M3 8h10" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
} satisfies Record<string, ReactNode>;

/** A line icon of 16 px; its name stands on the control that holds it. */
export function Icon({ shape }: { shape: keyof typeof SHAPES }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      aria-hidden="true"
    >
      {SHAPES[shape]}
    </svg>
  );
}
