import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { IsoSurface, SurfaceOptions } from "../../src/engine/engine.ts";
import { followLevel, SETTLED } from "../../src/ui/surface/follow-level.ts";
import { createFakeEngine, deferred } from "../support/fake-engine.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const iso = await createFakeEngine().surface("map-1", 1, { detail: "full" });

/** A follower over extractions that the test answers, each with a binning. */
function controllable() {
  const calls: { level: number; options: SurfaceOptions; answer: (binning: number) => Promise<void> }[] = [];
  const heard: string[] = [];
  const failures: unknown[] = [];
  const follower = followLevel(
    (level, options) => {
      const { promise, resolve, reject } = deferred<IsoSurface>();
      options.signal?.addEventListener("abort", () => reject(options.signal?.reason));
      const answer = async (binning: number) => {
        resolve({ ...iso, binning });
        await vi.advanceTimersByTimeAsync(0);
      };
      calls.push({ level, options, answer });
      return promise;
    },
    {
      onSurface: ({ binning }, { level, detail }) => heard.push(`${level} ${detail} ${binning}`),
      onFailure: (error) => failures.push(error),
    },
  );
  return { follower, calls, heard, failures };
}

describe("a surface that follows the level", () => {
  it("sketches while the level moves, skips what is overtaken, and is made in full at rest", async () => {
    const { follower, calls, heard } = controllable();
    for (const level of [1, 2, 3]) follower.move(level);
    await calls[0]!.answer(2);
    await calls[1]!.answer(2);
    expect(heard).toEqual(["1 sketch 2", "3 sketch 2"]);
    await vi.advanceTimersByTimeAsync(SETTLED);
    expect(calls.map(({ level, options }) => `${level} ${options.detail}`)).toEqual(["1 sketch", "3 sketch", "3 full"]);
    await calls[2]!.answer(1);
    expect(heard.at(-1)).toBe("3 full 1");
  });

  it("does not make again what the sketch has in full, but does so for the level after it", async () => {
    const { follower, calls, heard } = controllable();
    follower.move(1);
    await calls[0]!.answer(1);
    await vi.advanceTimersByTimeAsync(SETTLED);
    expect([calls.length, heard]).toEqual([1, ["1 full 1"]]);
    follower.move(2);
    follower.move(3);
    await calls[1]!.answer(1);
    await calls[2]!.answer(2);
    await vi.advanceTimersByTimeAsync(SETTLED);
    expect(calls.at(-1)).toMatchObject({ level: 3, options: { detail: "full" } });
  });

  it("gives up a surface in full when the level moves on, and calls that no failure", async () => {
    const { follower, calls, heard, failures } = controllable();
    follower.move(1);
    await calls[0]!.answer(2);
    await vi.advanceTimersByTimeAsync(SETTLED);
    follower.move(2);
    await vi.advanceTimersByTimeAsync(0);
    expect(calls[1]!.options.signal?.aborted).toBe(true);
    expect(calls.at(-1)).toMatchObject({ level: 2, options: { detail: "sketch" } });
    await calls.at(-1)!.answer(2);
    expect(heard).toEqual(["1 sketch 2", "2 sketch 2"]);
    expect(failures).toEqual([]);
  });

  it("asks for nothing once it is stopped", async () => {
    const { follower, calls, heard } = controllable();
    follower.move(1);
    follower.stop();
    await calls[0]!.answer(2);
    await vi.advanceTimersByTimeAsync(SETTLED);
    expect([calls.length, heard]).toEqual([1, []]);
  });
});
