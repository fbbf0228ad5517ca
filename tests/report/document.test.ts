import { describe, expect, it } from "vitest";
import { figureAnchor, numberFigures } from "../../src/report/document/number-figures.ts";
import { figure, type Piece, paragraph, type Span, spansOf } from "../../src/report/document/piece.ts";
import { writeDocument } from "../../src/report/document/write-document.ts";
import { REFERENCES } from "../../src/report/text/references.ts";
import { sampleFigures } from "../support/sample-figures.ts";
import { emptyMaskReport, sampleBackground, sampleReport, sampleResult } from "../support/sample-report.ts";

const figures = sampleFigures({ size: 4, surfaceSize: 4 });

function piecesOf(report = sampleReport(), pictures = figures): Piece[] {
  return writeDocument({ report, figures: pictures }).flatMap(({ pieces }) => pieces);
}

function spansIn(pieces: readonly Piece[]): Span[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === "paragraph") return spansOf(piece.words);
    return piece.kind === "list" ? piece.items.flatMap(({ words }) => spansOf(words)) : [];
  });
}

function wordsOf(pieces: readonly Piece[]): string {
  return spansIn(pieces)
    .map(({ text }) => text)
    .join("");
}

describe("numberFigures", () => {
  const slices = { kind: "slices", caption: "", finding: "" } as const;

  it("counts what was drawn and writes the numbers into text before and after", () => {
    const [part] = numberFigures([
      {
        head: "",
        pieces: [
          paragraph([figure("b")]),
          { ...slices, name: "a", figure: figures.central },
          { ...slices, name: "missing", figure: undefined },
          { ...slices, name: "b", figure: figures.central },
          paragraph([figure("missing")]),
        ],
      },
    ]);
    expect(part!.pieces.map((piece) => ("number" in piece ? piece.number : null))).toEqual([null, 1, null, 2, null]);
    expect(spansIn(part!.pieces)).toEqual([
      { text: "Figure\u00a02", target: { anchor: figureAnchor("b") } },
      { text: "no figure: it was not drawn" },
    ]);
  });
});

describe("writeDocument", () => {
  it("begins with context and summary, then the contents, then the parts that they list", () => {
    const heads = piecesOf().filter(({ kind }) => kind === "part" || kind === "contents");
    expect(heads.map((piece) => ("name" in piece ? piece.name : piece.kind))).toEqual([
      "context",
      "summary",
      "contents",
      "input",
      "analysis",
      "references",
      "appendix",
    ]);
  });

  it("cites nothing that is not listed, and lists every reference once", () => {
    const pieces = piecesOf();
    const cited = spansIn(pieces).flatMap(({ target }) => (target && "anchor" in target ? [target.anchor] : []));
    const listed = pieces.flatMap((piece) => (piece.kind === "paragraph" && piece.name ? [piece.name] : []));
    expect(listed).toEqual(REFERENCES.map(({ name }) => `reference-${name}`));
    expect(cited.filter((anchor) => anchor.startsWith("reference-") && !listed.includes(anchor))).toEqual([]);
  });

  it("says where a check is measured by a method of our own, and that VRS's score leaves it out", () => {
    const own = sampleResult("hand", "ok", { equivalent: true });
    const text = wordsOf(piecesOf(sampleReport({ checks: [own] })));
    expect(text).toContain("0.h is measured by a method of MapAssay’s own in VRS’s place");
    expect(wordsOf(piecesOf())).not.toContain("0.h is measured");
  });

  it("shows no mask where the level is above every voxel, and says where nothing lies beyond 5 σ", () => {
    const hardMask = piecesOf(emptyMaskReport()).find((piece) => "name" in piece && piece.name === "hardMask");
    expect(hardMask).toMatchObject({ kind: "slices", figure: undefined });
    const none = { t: 0.1, p: 0.9, outlierPercent: 0, outlierRatio: 0 };
    const quiet = sampleBackground({ vrs: none, corrected: { effectiveVoxels: 5120, ...none } });
    const outliers = (pieces: Piece[]) => pieces.find((piece) => "name" in piece && piece.name === "outliers");
    const still = piecesOf(sampleReport({ checks: [quiet] }));
    expect(outliers(still)).toBeUndefined();
    expect(wordsOf(still)).toContain("No voxel of it lies more than 5 σ from zero, so no picture shows any.");
    expect(outliers(piecesOf())).toMatchObject({ caption: expect.stringContaining("Scattered points are noise") });
  });

  it("declares a binned map in the abstract, among the facts of the input, and in the appendix", () => {
    const pieces = piecesOf(sampleReport({ input: { binning: 2 } }));
    const abstract = pieces.find((piece) => piece.kind === "paragraph" && piece.voice === "abstract");
    expect(abstract).toMatchObject({
      words: expect.stringMatching(/^The map was binned by 2 before anything was measured\. /),
    });
    const tables = pieces.filter((piece) => piece.kind === "table");
    const declared = tables.filter(({ rows }) => rows.some(([name]) => name === "Binning"));
    expect(declared.map(({ caption }) => caption)).toEqual(["The map and its parameters", "Parameters of the run"]);
    expect(wordsOf(piecesOf())).not.toContain("binned by");
  });

  it("tells date and times only where they were asked for", () => {
    const timed = { ...sampleReport(), createdAt: "2026-11-22T19:05:12.345Z", timings: { read: 0.5, bFactor: 1.25 } };
    const words = "Written on 2026-11-22 at 19:05 UTC. Reading the map 0.50\u00a0s, 0.d B-factor 1.25\u00a0s.";
    expect(wordsOf(piecesOf(timed))).toContain(words);
    expect(wordsOf(piecesOf())).not.toContain("Written on");
  });

  it("lists, in the appendix, where this map gets other numbers than in VRS", () => {
    const text = wordsOf(piecesOf());
    expect(text).toContain("VRS counts one voxel too many.");
    expect(text).toMatch(/with 5120 independent voxels, t = 0\.65, p = 0\.515; in VRS .* t = 4\.35, p <\s0\.001/);
    expect(wordsOf(piecesOf(emptyMaskReport()))).toContain("Both readings agree in every check.");
  });
});
