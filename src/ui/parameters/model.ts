/** A number from a field: `null` when it is empty, `"invalid"` when it is not one. Commas are read as points. */
export function parseNumber(text: string): number | null | "invalid" {
  const plain = text.trim().replace(",", ".").replace("\u2212", "-");
  if (plain === "") return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : "invalid";
}

/** Like {@link parseNumber}, for lengths: zero and less are invalid. */
export function parseLength(text: string): number | null | "invalid" {
  const value = parseNumber(text);
  return typeof value === "number" && value <= 0 ? "invalid" : value;
}

/** A number as a field shows it for editing: plain, with a point, no groups. */
export function editableNumber(value: number | null): string {
  return value === null ? "" : String(Number(value.toPrecision(6)));
}
