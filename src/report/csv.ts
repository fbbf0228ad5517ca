/** Rows of fields as CSV (RFC 4180); lines end in LF, also the last, and `null` is an empty field. */
export function csvText(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return rows.map((fields) => `${fields.map((field) => quoted(String(field ?? ""))).join(",")}\n`).join("");
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
