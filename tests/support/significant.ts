/** A number to this many significant digits, without trailing zeros: as C++ streams print it, but for exact ties. */
export function formatSignificant(value: number, digits = 6): string {
  return String(Number(value.toPrecision(digits)));
}
