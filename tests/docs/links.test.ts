import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { anchorsOf, documents, linksOf, ROOT, readText } from "./markdown.ts";

const isLocal = (link: string) => !/^[a-z]+:/.test(link);

/** The file that a link in a document names; the document itself for a bare anchor. */
function targetOf(document: string, link: string): { readonly path: string; readonly anchor: string } {
  const [path = "", anchor = ""] = link.split("#");
  const base = new URL(document, ROOT);
  const file = path === "" ? base : new URL(path, base);
  return { path: file.href.slice(ROOT.href.length), anchor };
}

describe.each(documents())("%s", (document) => {
  const local = linksOf(readText(document)).filter(isLocal);

  test("links to files that exist", () => {
    const missing = local.filter((link) => !existsSync(new URL(targetOf(document, link).path, ROOT)));
    expect(missing).toEqual([]);
  });

  test("links to headings that exist", () => {
    const missing = local.filter((link) => {
      const { path, anchor } = targetOf(document, link);
      return anchor !== "" && !anchorsOf(readText(path)).includes(anchor);
    });
    expect(missing).toEqual([]);
  });
});

test("the README shows the page and leads to every document", () => {
  const links = linksOf(readText("README.md"));
  expect(links).toContain("docs/images/results.png");
  const guides = [...linksOf(readText("CONTRIBUTING.md")), ...links];
  for (const document of documents().filter((path) => path.startsWith("docs/"))) expect(guides).toContain(document);
});

test("broken links are found", () => {
  expect(linksOf("[a](b.md) ![c](d.png)\n```\n[e](f.md)\n```")).toEqual(["b.md", "d.png"]);
  expect(anchorsOf("## Where the vrs reading stays: approximate\n### 0.d B-factor")).toEqual([
    "where-the-vrs-reading-stays-approximate",
    "0d-b-factor",
  ]);
});
