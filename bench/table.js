/** A Markdown section: heading, optional words, table. Rows hold text; figures are right-aligned from the second column on. */
export function section(title, { words = "", head, rows }) {
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const table = [line(head), line(rule), ...rows.map(line)].join("\n");
  return [`## ${title}`, words, table].filter((part) => part !== "").join("\n\n");
}

/** Sides of boxes, each once, ascending. */
export const sides = (...all) => [...new Set(all)].sort((a, b) => a - b);

export const cube = (n) => `${n}³`;
export const seconds = (value) => (value < 1 ? `${(1000 * value).toPrecision(3)} ms` : `${value.toFixed(2)} s`);
export const mebibytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;
export const ratio = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ×`;
