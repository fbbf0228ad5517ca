import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

export interface Asked {
  readonly contourLevel: number;
  /** Å. */
  readonly resolution: number | null;
  /** Å, in place of the header's. */
  readonly voxelSize?: number | undefined;
  /** 1 where nothing is said: the bytes are the same, and one thread computes least. */
  readonly threads?: number;
}

/** Runs the command line on maps and gives the reports' JSON; what is asked twice is run once. To be called where tests are declared. */
export function validations(): (map: string, asked: Asked) => Promise<string> {
  const folder = temporaryFolder();
  const runs = new Map<string, Promise<string>>();
  return (map, asked) => {
    const args = ["validate", map, ...argumentsOf(asked)];
    const key = args.join(" ");
    const run = runs.get(key) ?? validate(args, folder.at(`${runs.size}.json`));
    runs.set(key, run);
    return run;
  };
}

function argumentsOf({ contourLevel, resolution, voxelSize, threads = 1 }: Asked): string[] {
  return [
    ...["--contour", `${contourLevel}`, "--threads", `${threads}`, "--quiet"],
    ...(resolution === null ? [] : ["--resolution", `${resolution}`]),
    ...(voxelSize === undefined ? [] : ["--voxel-size", `${voxelSize}`]),
  ];
}

async function validate(args: readonly string[], json: string): Promise<string> {
  expect(await runCli([...args, "--json", json])).toMatchObject({ status: 0, stdout: "", stderr: "" });
  return readFile(json, "utf8");
}
