import { describe, expect, it } from "vitest";
import { Measurements } from "../../src/engine/measurements.ts";

const QUESTION = { mapId: "map1", measurement: "survey", parameters: { level: 1 } };

/** Computations that are answered by hand, in the order in which they were begun. */
function controllable() {
  const begun: PromiseWithResolvers<string>[] = [];
  const compute = () => {
    const answer = withResolvers<string>();
    begun.push(answer);
    return answer.promise;
  };
  return { begun, compute };
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let [resolve, reject] = [(_: T) => {}, (_: unknown) => {}];
  const promise = new Promise<T>((yes, no) => {
    [resolve, reject] = [yes, no];
  });
  return { promise, resolve, reject };
}

describe("Measurements", () => {
  it("computes an equal question once, also while the first answer is being worked out", async () => {
    const measurements = new Measurements();
    const { begun, compute } = controllable();
    const answers = [measurements.ask(QUESTION, compute), measurements.ask({ ...QUESTION }, compute)];
    begun[0]!.resolve("answer");
    expect(await Promise.all(answers)).toEqual(["answer", "answer"]);
    expect(await measurements.ask(QUESTION, compute)).toBe("answer");
    expect(begun).toHaveLength(1);
  });

  it.each([
    { mapId: "map2" },
    { measurement: "segment" },
    { parameters: { level: 2 } },
    { parameters: { level: 1, steps: 3 } },
  ])("takes %j for another question", async (difference) => {
    const measurements = new Measurements();
    const compute = async () => "first";
    await measurements.ask(QUESTION, compute);
    expect(await measurements.ask({ ...QUESTION, ...difference }, async () => "second")).toBe("second");
  });

  it("forgets a failure", async () => {
    const measurements = new Measurements();
    const failing = () => Promise.reject(new Error("no memory"));
    await expect(measurements.ask(QUESTION, failing)).rejects.toThrow("no memory");
    expect(await measurements.ask(QUESTION, async () => "answer")).toBe("answer");
  });

  it("does not pass on the abort of who asked first", async () => {
    const measurements = new Measurements();
    const { begun, compute } = controllable();
    const controller = new AbortController();
    const first = measurements.ask({ ...QUESTION, signal: controller.signal }, compute);
    const second = measurements.ask(QUESTION, compute);
    const third = measurements.ask(QUESTION, compute);
    controller.abort("changed my mind");
    begun[0]!.reject(controller.signal.reason);
    await expect(first).rejects.toBe("changed my mind");
    await expect.poll(() => begun.length).toBe(2);
    begun[1]!.resolve("answer");
    expect(await Promise.all([second, third])).toEqual(["answer", "answer"]);
    expect(begun).toHaveLength(2);
  });

  it("passes on a failure to all who asked", async () => {
    const measurements = new Measurements();
    const { begun, compute } = controllable();
    const answers = [1, 2].map(() => measurements.ask(QUESTION, compute));
    begun[0]!.reject(new Error("no memory"));
    for (const answer of answers) await expect(answer).rejects.toThrow("no memory");
    expect(begun).toHaveLength(1);
  });

  it("forgets one map and keeps those whose names begin alike", async () => {
    const measurements = new Measurements();
    const ten = { ...QUESTION, mapId: "map10" };
    await measurements.ask(QUESTION, async () => "first");
    await measurements.ask(ten, async () => "first");
    measurements.forget("map1");
    expect(await measurements.ask(QUESTION, async () => "second")).toBe("second");
    expect(await measurements.ask(ten, async () => "second")).toBe("first");
  });

  it("does not lose a new answer to an old failure", async () => {
    const measurements = new Measurements();
    const { begun, compute } = controllable();
    const old = measurements.ask(QUESTION, compute);
    measurements.forget("map1");
    const current = measurements.ask(QUESTION, compute);
    begun[0]!.reject(new Error("the worker is gone"));
    await expect(old).rejects.toThrow("the worker is gone");
    begun[1]!.resolve("answer");
    expect(await current).toBe("answer");
    expect(await measurements.ask(QUESTION, async () => "again")).toBe("answer");
  });
});

describe("what is kept", () => {
  it("is the latest four answers of a measurement", async () => {
    const measurements = new Measurements();
    let computed = 0;
    const ask = (level: number) =>
      measurements.ask({ mapId: "map1", measurement: "segment", parameters: { level } }, async () => ++computed);
    for (const level of [1, 2, 3, 4, 5]) await ask(level);
    await ask(5);
    expect(computed).toBe(5);
    await ask(1);
    expect(computed).toBe(6);
  });

  it("tells of the volumes that make room for later ones, not of those forgotten with a map", async () => {
    const dropped: string[] = [];
    const measurements = new Measurements(({ id }) => dropped.push(id));
    const ask = (measurement: string, level: number, answer: unknown) =>
      measurements.ask({ ...QUESTION, measurement, parameters: { level } }, async () => answer);
    for (const level of [1, 2, 3, 3]) {
      await ask("localBFactor", level, { measurements: {}, volume: { id: `b${level}`, buffer: null } });
      await ask("components", level, { id: `c${level}`, buffer: null });
      await ask("localOccupancy", level, null);
    }
    expect(dropped).toEqual(["b1", "c1"]);
    measurements.forget(QUESTION.mapId);
    expect(dropped).toHaveLength(2);
  });
});
