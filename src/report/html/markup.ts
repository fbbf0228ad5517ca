/** Text that is already HTML. */
export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A template of HTML: what is filled in is escaped, in text as in quoted attributes, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: strings.map((text, i) => text + (i < parts.length ? filled(parts[i]!) : "")).join("") };
}

/** Nothing, for what an element leaves out. */
export const NOTHING: Markup = { html: "" };

/**
 * JSON as the content of a script element that holds data: no "<" is left in it that could end the element or begin a
 * comment. It parses to the same value.
 */
export function scriptData(json: string): Markup {
  return { html: json.replaceAll("<", "\\u003c") };
}

function filled(part: Part): string {
  if (typeof part === "string") return part.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map(({ html }) => html).join("\n");
}
