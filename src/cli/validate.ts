import { MapError } from "../core/errors.ts";
import type { OpenedMap, Validation, ValidationParameters } from "../engine/engine.ts";
import { renderJson } from "../report/render-json.ts";
import { type ValidateOptions, validateOptions } from "./arguments.ts";
import { EXIT } from "./exit-status.ts";
import { assertWithinMemory } from "./memory-limit.ts";
import { writeOutput } from "./output.ts";
import type { Narrator } from "./progress.ts";
import { type Session, withSession } from "./session.ts";
import { type Stopwatch, startStopwatch } from "./stopwatch.ts";
import { writeVolumes } from "./write-volumes.ts";

/** `mapassay validate`: measures, judges and writes what was asked for. */
export function validate(args: string[]): Promise<number> {
  const options = validateOptions(args);
  return withSession(options, (session) => run(session, options));
}

async function run(session: Session, options: ValidateOptions): Promise<number> {
  const { engine, narrator, path } = session;
  const { voxelSize, binning } = options;
  const stopwatch = startStopwatch();
  const source = { path };
  if (options.maxMemory !== undefined)
    await assertWithinMemory(engine, source, { ...options, limit: options.maxMemory });
  const opened = await engine.open(source, { voxelSize, binning, onProgress: narrator.progress });
  stopwatch.lap("read");
  const validation = await engine.validate(opened.id, parametersFor(opened, options, narrator), {
    onProgress: narrator.progress,
    onCheck: (result) => {
      stopwatch.lap(result.key);
      narrator.check(result);
    },
  });
  stopwatch.lap("figures");
  await writeReports(session, options, { validation, stopwatch });
  const warned = validation.report.checks.some((check) => check.status.corrected === "warning");
  return options.failOn === "warning" && warned ? EXIT.warned : EXIT.ok;
}

function parametersFor(opened: OpenedMap, options: ValidateOptions, narrator: Narrator): ValidationParameters {
  const { resolution, reading, title, emdbId, date: depositionDate } = options;
  const rest = { resolution, reading, title, emdbId, depositionDate };
  if (typeof options.contour === "number") return { contourLevel: options.contour, contourSource: "user", ...rest };
  const [suggestion] = opened.contourSuggestions;
  if (!suggestion) {
    const message = `Every voxel of this map is ${opened.statistics.min}, so no contour level can be suggested. Name one with --contour.`;
    throw new MapError("parameter.invalid", message, { contourLevel: null });
  }
  if (options.contour === undefined) {
    narrator.note(`No --contour was given; using the suggested level ${suggestion.level} (${suggestion.reason})`);
  }
  return { contourLevel: suggestion.level, contourSource: "suggested", ...rest };
}

async function writeReports(
  { engine, narrator }: Session,
  { json, pdf, html, maps, timings }: ValidateOptions,
  { validation, stopwatch }: { validation: Validation; stopwatch: Stopwatch },
): Promise<void> {
  const createdAt = new Date().toISOString();
  const timed = () => (timings ? { createdAt, timings: stopwatch.laps() } : {});
  const shown = { ...validation, report: { ...validation.report, ...timed() } };
  if (pdf !== undefined) {
    await writeOutput(pdf, await engine.renderPdf(shown, { onProgress: narrator.progress }));
    stopwatch.lap("pdf");
  }
  if (html !== undefined) {
    await writeOutput(html, await engine.renderHtml(shown, { onProgress: narrator.progress }));
    stopwatch.lap("html");
  }
  if (maps !== undefined) {
    const missing = await writeVolumes(engine, validation.mapId, maps);
    if (missing.length > 0) narrator.note(`Not made by this run, so not written: ${missing.join(", ")}.`);
    stopwatch.lap("maps");
  }
  if (json !== undefined) await writeOutput(json, renderJson({ ...validation.report, ...timed() }));
  if ([json, pdf, html, maps].every((output) => output === undefined))
    narrator.note("Nothing was written; name an output with --json, --pdf, --html or --maps.");
}
