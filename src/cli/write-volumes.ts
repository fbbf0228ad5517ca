import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, VolumeName } from "../engine/engine.ts";
import { WriteError } from "./exit-status.ts";
import { writeOutput } from "./output.ts";

const VOLUMES: readonly VolumeName[] = ["hardMask", "softMask", "localBFactor", "localOccupancy", "localResolution"];

/** Writes the volumes of a finished run into a folder, one after the other. @returns those that the run did not make */
export async function writeVolumes(engine: Engine, mapId: string, folder: string): Promise<VolumeName[]> {
  await makeFolder(folder);
  const missing: VolumeName[] = [];
  for (const name of VOLUMES) {
    const file = join(folder, `${name}.mrc`);
    const bytes = await engine.writeVolume(mapId, name);
    if (bytes) await writeOutput(file, bytes);
    else missing.push(name);
  }
  return missing;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new WriteError(`${folder} cannot be made: ${(error as Error).message}`);
  }
}
