import { planOptions } from "./arguments.ts";
import { EXIT } from "./exit-status.ts";
import { writeOutput } from "./output.ts";
import { withSession } from "./session.ts";

/** `mapassay plan`: predicted memory and seconds, from the header alone. */
export function plan(args: string[]): Promise<number> {
  const options = planOptions(args);
  return withSession(options, async ({ engine, path }) => {
    const predicted = await engine.plan({ path }, options);
    const text = `${predicted.box.join(" × ")} voxels: about ${mebibytes(predicted.peakBytes)} MiB at most (map ${mebibytes(predicted.voxelBytes)}, masks ${mebibytes(predicted.maskBytes)}, transforms ${mebibytes(predicted.transformBytes)}, local checks ${mebibytes(predicted.localBytes)}, resized map ${mebibytes(predicted.resizedBytes)}, programs ${mebibytes(predicted.baseBytes)}), about ${predicted.seconds} s\n`;
    await writeOutput(
      options.json ?? "-",
      options.json === undefined ? text : `${JSON.stringify(predicted, null, 2)}\n`,
    );
    return EXIT.ok;
  });
}

const mebibytes = (bytes: number) => Math.ceil(bytes / 2 ** 20);
