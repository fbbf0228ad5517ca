import { fitFrame } from "./draw-slice.ts";

/** Where an element's page coordinates lie on a canvas. */
export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  /** CSS pixels of the page at the canvas's corner. */
  readonly origin: { readonly x: number; readonly y: number };
  /** Canvas pixels per CSS pixel. */
  readonly scale: number;
}

/**
 * Draws an element as it is seen: canvases, backgrounds of one colour or of an evenly spaced gradient, borders, and words in
 * their places. Made for the panes of a map and the keys on them, not for any element: no images, no shadows, no pseudo-elements;
 * what takes no part in the layout, is transparent, or is a control is left out.
 */
export function paintElement(element: Element, sheet: Sheet): void {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.opacity === "0" || element.matches(CONTROLS)) return;
  const box = boxOf(element.getBoundingClientRect(), sheet);
  if (element instanceof HTMLCanvasElement) paintCanvas(element, box, { style, sheet });
  else paintBox(box, style, sheet);
  for (const child of element.childNodes) {
    if (child instanceof Element) paintElement(child, sheet);
    else if (child instanceof Text) paintWords(child, style, sheet);
  }
}

const CONTROLS = "button, input, select, textarea, [role=radiogroup], [role=slider]";

function boxOf({ x, y, width, height }: DOMRect, { origin, scale }: Sheet) {
  return { x: scale * (x - origin.x), y: scale * (y - origin.y), width: scale * width, height: scale * height };
}

/** Within its padding; `object-fit: contain` keeps its shape. */
function paintCanvas(
  canvas: HTMLCanvasElement,
  box: ReturnType<typeof boxOf>,
  { style, sheet: { context, scale } }: { style: CSSStyleDeclaration; sheet: Sheet },
): void {
  const [top, right, bottom, left] = [style.paddingTop, style.paddingRight, style.paddingBottom, style.paddingLeft].map(
    (padding) => scale * Number.parseFloat(padding),
  ) as [number, number, number, number];
  const room = { width: box.width - left - right, height: box.height - top - bottom };
  if (canvas.width === 0 || room.width <= 0 || room.height <= 0) return;
  const contained = style.objectFit === "contain" ? fitFrame(room, canvas.width / canvas.height) : null;
  const frame = contained ?? { left: 0, top: 0, ...room };
  context.drawImage(canvas, box.x + left + frame.left, box.y + top + frame.top, frame.width, frame.height);
}

function paintBox(box: ReturnType<typeof boxOf>, style: CSSStyleDeclaration, { context, scale }: Sheet): void {
  const { x, y, width, height } = box;
  context.beginPath();
  context.roundRect(x, y, width, height, scale * (Number.parseFloat(style.borderTopLeftRadius) || 0));
  context.fillStyle = gradientOf(style.backgroundImage, { context, x, width }) ?? style.backgroundColor;
  context.fill();
  const line = Number.parseFloat(style.borderTopWidth);
  if (!(line > 0)) return;
  context.lineWidth = scale * line;
  context.strokeStyle = style.borderTopColor;
  context.stroke();
}

/** A gradient from left to right as computed styles write it: "linear-gradient(to right, rgb(…), rgb(…), …)". */
function gradientOf(
  image: string,
  { context, x, width }: { context: CanvasRenderingContext2D; x: number; width: number },
): CanvasGradient | null {
  const colours = image.startsWith("linear-gradient") ? (image.match(/rgb\([^)]*\)/g) ?? []) : [];
  if (colours.length < 2) return null;
  const gradient = context.createLinearGradient(x, 0, x + width, 0);
  colours.forEach((colour, i) => {
    gradient.addColorStop(i / (colours.length - 1), colour);
  });
  return gradient;
}

/** Word by word, so that each stands where the page has it, on whatever line. */
function paintWords(text: Text, style: CSSStyleDeclaration, sheet: Sheet): void {
  const { context, scale } = sheet;
  context.font = `${style.fontWeight} ${scale * Number.parseFloat(style.fontSize)}px ${style.fontFamily}`;
  context.fillStyle = style.color;
  context.textBaseline = "middle";
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const { x, y, height } = boxOf(range.getBoundingClientRect(), sheet);
    context.fillText(word, x, y + height / 2);
  }
}
