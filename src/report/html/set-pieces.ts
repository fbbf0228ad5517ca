import type { Reading } from "../../checks/check.ts";
import { figureAnchor } from "../document/number-figures.ts";
import type {
  Cell,
  CheckHeading,
  Column,
  Contents,
  List,
  Paragraph,
  Piece,
  Plot,
  ReportSource,
  Slices,
  Span,
  Subheading,
  Surfaces,
  Table,
  Words,
} from "../document/piece.ts";
import { spansOf } from "../document/piece.ts";
import { verdictWords } from "../findings.ts";
import { missingPicture, sliceLabels, VIEW_LABELS } from "../text/pictures.ts";
import { checkTable } from "./check-table.ts";
import { colourKey } from "./colour-key.ts";
import { legend } from "./front.ts";
import { pngImage, sliceImage } from "./images.ts";
import { verdictMark } from "./mark.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { plotSvg } from "./plot-svg.ts";

/** Where the setting has come to. */
export interface Setting {
  /** The heading that the next piece stands under: small heads follow it without leaving out a level. */
  under: "part" | "check";
}

/** A piece of the document as HTML. */
export function setPiece({ report }: ReportSource, piece: Piece, setting: Setting): Markup {
  switch (piece.kind) {
    case "part":
      setting.under = "part";
      return html`<h2 id="${piece.name}">${piece.title}</h2>`;
    case "check":
      setting.under = "check";
      return checkHeading(piece, report.reading);
    case "subheading":
      return subheading(piece, setting);
    case "paragraph":
      return paragraph(piece);
    case "list":
      return list(piece);
    case "table":
      return table(piece);
    case "checks":
      return checkTable(report);
    case "contents":
      return contents(piece);
    case "legend":
      return legend();
    case "slices":
      return slices(piece);
    case "surfaces": {
      const images = piece.views.map((view, k) => pngImage(view, `${piece.finding}; view ${k + 1}`));
      const key = piece.key ? colourKey(piece.name, piece.key) : NOTHING;
      return figure(piece, html`${pictures(images, VIEW_LABELS)}${key}`);
    }
    case "plot":
      return figure(piece, plotSvg(piece.plot, `${piece.plot.description}. ${piece.finding}`));
  }
}

/** Links to every part, and to the checks below theirs. */
function contents({ entries }: Contents): Markup {
  const lines = entries.map(({ name, title, level }) => {
    const link = html`<a href="#${name}">${title}</a>`;
    return level === 1 ? html`<li>${link}</li>` : html`<li>\u2003${link}</li>`;
  });
  return html`<nav aria-label="Contents">
<h2>Contents</h2>
<ul class="plain">${lines}</ul>
</nav>`;
}

function subheading({ level, text }: Subheading, { under }: Setting): Markup {
  if (level === "list") return html`<h3>${text}</h3>`;
  return under === "check" ? html`<h4>${text}</h4>` : html`<h3 class="label">${text}</h3>`;
}

function checkHeading({ name, title, result }: CheckHeading, reading: Reading): Markup {
  const verdict = html`<span class="verdict ${result.status[reading]}">${verdictWords(result, reading)}</span>`;
  return html`<h3 class="check" id="${name}">${verdictMark(result, reading)}<span>${title}</span>${verdict}</h3>`;
}

function paragraph({ words, voice, keep, name }: Omit<Paragraph, "kind">): Markup {
  const classes = [voice, keep && "keep"].filter(Boolean).join(" ");
  const look = classes === "" ? NOTHING : html` class="${classes}"`;
  return html`<p${look}${name === undefined ? NOTHING : html` id="${name}"`}>${inline(words)}</p>`;
}

function list({ items }: List): Markup {
  const lines = items.map(({ marker, words }) => {
    return html`<li>${marker ? html`${inline([marker])} ` : NOTHING}${inline(words)}</li>`;
  });
  return html`<ul class="plain">${lines}</ul>`;
}

function table({ caption, columns, rows }: Table): Markup {
  const heads = columns.map((column) => html`<th scope="col"${alignment(column)}>${column.head}</th>`);
  const lines = rows.map((row) => html`<tr>${columns.map((column, i) => cell(row[i] ?? "", column, i))}</tr>`);
  return html`<div class="table" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${lines}</tbody>
</table></div>`;
}

function cell(content: Cell, column: Column, index: number): Markup {
  const words = inline(typeof content === "string" ? content : [content]);
  const heads = index === 0 && content !== "";
  return heads ? html`<th scope="row"${alignment(column)}>${words}</th>` : html`<td${alignment(column)}>${words}</td>`;
}

function alignment({ align }: Column): Markup {
  return align === "right" ? html` class="right"` : NOTHING;
}

/** Three slices or projections with a caption, or a line that says that they are missing. */
function slices(piece: Slices): Markup {
  if (!piece.figure) return paragraph({ words: missingPicture(piece.caption) });
  const labels = sliceLabels(piece.figure.indices);
  const images = piece.figure.slices.map((slice, k) => sliceImage(slice, `${piece.finding}; ${spoken(labels[k]!)}`));
  return figure(piece, pictures(images, labels));
}

function pictures(images: readonly Markup[], labels: readonly string[]): Markup {
  const cells = images.map((image, k) => html`<div>${image}${labels[k] ?? ""}</div>`);
  return html`<div class="pictures">${cells}</div>`;
}

function figure({ name, number = 0, caption }: Slices | Surfaces | Plot, content: Markup): Markup {
  return html`<figure id="${figureAnchor(name)}">
${content}
<figcaption><b>Figure ${number}.</b> ${caption}</figcaption>
</figure>`;
}

function inline(words: Words): Markup {
  return {
    html: spansOf(words)
      .map((span) => spanMarkup(span).html)
      .join(""),
  };
}

function spanMarkup({ text, weight, verdict, target }: Span): Markup {
  const inner = target
    ? html`<a href="${"url" in target ? target.url : `#${target.anchor}`}">${text}</a>`
    : html`${text}`;
  const tone = verdict ? html` class="${verdict}"` : NOTHING;
  if (weight === "bold") return html`<b${tone}>${inner}</b>`;
  return verdict ? html`<span${tone}>${inner}</span>` : inner;
}

/** A label without its letter: "(a) X slice 32" as "X slice 32". */
function spoken(label: string): string {
  return label.replace(/^\(\w\) /, "");
}
