/** Reads a design token's present value, such as `--ink`. */
export type TokenReader = (name: string) => string;

/** The design tokens where an element stands. What they are in another colour scheme takes another reader. */
export function tokenReader(element: Element): TokenReader {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim();
}
