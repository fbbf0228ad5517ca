import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { createApp } from "../../src/ui/app-context.tsx";
import { recentFacts } from "../../src/ui/recent/model.ts";
import { createRecents, type RecentResult, withResult } from "../../src/ui/recent/recents.ts";
import { createFakeEngine } from "../support/fake-engine.ts";
import { sampleReport } from "../support/sample-report.ts";

const reportOf = (sha256: string): Report => sampleReport({ input: { sha256 } });
const result = (sha256: string, finishedAt = 1): RecentResult => ({ report: reportOf(sha256), finishedAt });
const hashes = (list: readonly RecentResult[]) => list.map(({ report }) => report.input.sha256);

describe("recent results", () => {
  it("are newest first, one a file, and not too many", () => {
    let list: readonly RecentResult[] = [];
    for (const name of ["a", "b", "a"]) list = withResult(list, result(name));
    expect(hashes(list)).toEqual(["a", "b"]);
    for (const name of "cdefghij") list = withResult(list, result(name));
    expect(hashes(list)).toEqual([..."jihgfedc"]);
  });

  it("are none, without a fault, where the browser keeps nothing", async () => {
    const refusing = {
      open: () => {
        throw new Error("forbidden");
      },
    } as unknown as IDBFactory;
    for (const factory of [undefined, refusing]) {
      const recents = createRecents(factory);
      await recents.add(reportOf("a"), 1);
      await recents.clear();
      expect(await recents.list()).toEqual([]);
    }
  });

  it("hear of each run that ends", async () => {
    const kept: Report[] = [];
    const recents = {
      add: async (report: Report) => void kept.push(report),
      list: async () => [],
      clear: async () => {},
    };
    const { actions, store } = createApp(createFakeEngine(), recents);
    await actions.openFile(new File([], "a.map"));
    await actions.run();
    expect(kept).toEqual([store.getState().run.report]);
  });

  it("are told in one line", () => {
    const report = sampleReport();
    const score = report.score.corrected;
    expect(recentFacts(report, "corrected")).toMatch(
      new RegExp(`^${score.passed} of ${score.evaluable} · .*level 0\\.120 \\(.*\\)`),
    );
  });
});
