import type { OpenedMap } from "../engine/engine.ts";
import { VERSION } from "../report/version.ts";
import { type CommonOptions, inspectOptions } from "./arguments.ts";
import { EXIT } from "./exit-status.ts";
import { writeOutput } from "./output.ts";
import { withSession } from "./session.ts";

/** `mapassay inspect`: header, diagnosis and repairs, statistics; no analysis. Crystals are welcome. */
export function inspect(args: string[]): Promise<number> {
  const options = inspectOptions(args);
  return withSession(options, async ({ engine, narrator, path }) => {
    const { voxelSize, binning } = options;
    const opened = await engine.open({ path }, { voxelSize, binning, onProgress: narrator.progress });
    narrator.done();
    await write(opened, options);
    return EXIT.ok;
  });
}

function write(opened: OpenedMap, { json }: CommonOptions): Promise<void> {
  if (json !== undefined) return writeOutput(json, `${JSON.stringify(asJson(opened), null, 2)}\n`);
  return writeOutput("-", `${asText(opened)}\n`);
}

function asJson(opened: OpenedMap): object {
  const { id, histogram, header, contourSuggestions, grid, centralSlices, maxVarianceSlices, ...facts } = opened;
  const { fileName, sha256, compression, mode, statistics, diagnosis, cell } = facts;
  return {
    schemaVersion: 1,
    software: { name: "mapassay", version: VERSION },
    input: {
      fileName,
      sha256,
      compression,
      mode,
      box: grid.box,
      voxelSize: grid.voxelSize,
      origin: grid.origin,
      cell,
      contourSuggestions,
      statistics,
      diagnosis,
    },
    header,
  };
}

function asText(opened: OpenedMap): string {
  const { grid, statistics } = opened;
  const lines = [
    `${opened.fileName}  (${opened.compression === "none" ? "" : `${opened.compression}, `}SHA-256 ${opened.sha256})`,
    `box         ${grid.box.join(" × ")} voxels, mode ${opened.mode}`,
    `voxel size  ${grid.voxelSize.join(", ")} Å`,
    `origin      ${grid.origin.join(", ")} Å`,
    `values      ${statistics.min} to ${statistics.max}, mean ${statistics.mean}, deviation ${statistics.std}`,
    ...opened.contourSuggestions.map((s) => `level       ${s.level} (${s.confidence} confidence): ${s.reason}`),
    ...opened.diagnosis.map((d) => `${d.severity.padEnd(11)} ${d.message}`),
  ];
  return lines.join("\n");
}
