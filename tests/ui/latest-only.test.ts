import { describe, expect, it } from "vitest";
import { latestOnly } from "../../src/ui/latest-only.ts";
import { deferred } from "../support/fake-engine.ts";

function controllable() {
  const calls: { request: number; answer: ReturnType<typeof deferred<string>> }[] = [];
  const heard: string[] = [];
  const failures: unknown[] = [];
  const latest = latestOnly(
    (request: number) => {
      const answer = deferred<string>();
      calls.push({ request, answer });
      return answer.promise;
    },
    { onResult: (result) => heard.push(result), onError: (error) => failures.push(error) },
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { calls, heard, failures, latest, settled };
}

describe("latestOnly", () => {
  it("keeps one request under way and only the latest of those that wait", async () => {
    const { calls, heard, latest, settled } = controllable();
    for (const request of [1, 2, 3, 4]) latest.ask(request);
    expect(calls.map((call) => call.request)).toEqual([1]);
    calls[0]!.answer.resolve("one");
    await settled();
    expect(calls.map((call) => call.request)).toEqual([1, 4]);
    calls[1]!.answer.resolve("four");
    await settled();
    expect(heard).toEqual(["one", "four"]);
  });

  it("goes on after a failure", async () => {
    const { calls, heard, failures, latest, settled } = controllable();
    latest.ask(1);
    latest.ask(2);
    calls[0]!.answer.reject("broken");
    await settled();
    calls[1]!.answer.resolve("two");
    await settled();
    expect(failures).toEqual(["broken"]);
    expect(heard).toEqual(["two"]);
  });

  it("says nothing once it is stopped", async () => {
    const { calls, heard, latest, settled } = controllable();
    latest.ask(1);
    latest.ask(2);
    latest.stop();
    calls[0]!.answer.resolve("one");
    await settled();
    expect(heard).toEqual([]);
    expect(calls).toHaveLength(1);
  });
});
