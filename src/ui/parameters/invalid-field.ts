/** Puts the focus into the first field whose text is no usable number, which says so itself; `false` where there is none. */
export function focusInvalidField(): boolean {
  const field = document.querySelector<HTMLElement>("input[aria-invalid=true]");
  field?.focus();
  return field !== null;
}
