import classes from "./ledger.module.css";
import type { GaugeScale } from "./model.ts";

const LEFT = 4;
const RIGHT = 80;

/** A value against its allowed interval; the row says the same in words, so readers skip it. */
export function Gauge({ gauge, verdict }: { gauge: GaugeScale; verdict: "ok" | "warning" }) {
  const { value, allowed, scale } = gauge;
  const x = (at: number) => {
    const fraction = (at - scale[0]) / (scale[1] - scale[0]);
    return LEFT + (RIGHT - LEFT) * Math.min(1, Math.max(0, fraction));
  };
  const [from, to] = [x(allowed[0]), x(allowed[1])];
  return (
    <svg className={classes.gauge} width="84" height="16" viewBox="0 0 84 16" aria-hidden="true">
      <line x1={LEFT} x2={RIGHT} y1="8" y2="8" />
      <rect x={from} y="4" width={to - from} height="8" />
      <path d={`M${x(value) - 4.5} 8l4.5-5.5 4.5 5.5-4.5 5.5z`} fill={`var(--${verdict})`} />
    </svg>
  );
}
