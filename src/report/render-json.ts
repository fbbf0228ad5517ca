import { compareKeys } from "./json-keys.ts";
import type { Report } from "./report.ts";

/**
 * The report as JSON text, `indent` spaces a level (2), with a final newline. Keys stand in the contract's order
 * wherever the report was made, numbers in the shortest form that reads back to the same double, and what is not a
 * finite number is `null`: equal reports give equal bytes. Also serves the form that reports an error.
 */
export function renderJson(report: Report | object, indent = 2): string {
  return `${JSON.stringify(inContractOrder(report), null, indent)}\n`;
}

function inContractOrder(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return value.map(inContractOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => compareKeys(a, b));
  return Object.fromEntries(entries.map(([key, entry]) => [key, inContractOrder(entry)]));
}
