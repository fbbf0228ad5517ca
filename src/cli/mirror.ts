import { mirrorOptions } from "./arguments.ts";
import { EXIT } from "./exit-status.ts";
import { writeOutput } from "./output.ts";
import { withSession } from "./session.ts";

/** `mapassay mirror`: writes the mirror image of a map in the map's own frame, for a map of the wrong hand. */
export function mirror(args: string[]): Promise<number> {
  const options = mirrorOptions(args);
  return withSession(options, async ({ engine, narrator, path }) => {
    const { voxelSize, output } = options;
    const { id } = await engine.open({ path }, { voxelSize, onProgress: narrator.progress });
    narrator.done();
    await writeOutput(output, await engine.writeMirrored(id));
    return EXIT.ok;
  });
}
