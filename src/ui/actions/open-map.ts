import { isMapError } from "../../core/errors.ts";
import type { Engine, OpenOptions } from "../../engine/engine.ts";
import { faultOf, isAbort } from "../messages.ts";
import type { Parameters } from "../state/parameters.ts";
import { type AppState, type AppStore, stateOfNewMap } from "../store.ts";

/** What is known about a map besides its file. */
export interface OpenRequest extends OpenOptions {
  readonly file: File;
  readonly parameters?: Partial<Parameters>;
}

/** Opening maps, one at a time: a later file cancels an earlier one that is still being read. */
export interface MapOpener {
  open(request: OpenRequest): Promise<void>;
  /** Reads the last file again, otherwise, keeping level and resolution. */
  reopen(change: OpenOptions): Promise<void>;
  cancel(): void;
}

/** A map that cannot be opened leaves the one that is open as it was. */
export function createMapOpener(engine: Engine, store: AppStore, { onOpened }: { onOpened: () => void }): MapOpener {
  let last: OpenRequest | null = null;
  let reading: AbortController | null = null;

  async function open(request: OpenRequest) {
    reading?.abort();
    const controller = new AbortController();
    reading = controller;
    last = request;
    const fileName = request.file.name;
    store.setState({ opening: { fileName, fraction: null, ask: "nothing" }, fault: null });
    try {
      const map = await engine.open(
        { file: request.file },
        {
          signal: controller.signal,
          onProgress: ({ fraction }) => {
            if (reading === controller) store.setState({ opening: { fileName, fraction, ask: "nothing" } });
          },
          ...(request.voxelSize !== undefined && { voxelSize: request.voxelSize }),
          ...(request.binning && { binning: request.binning }),
        },
      );
      if (reading !== controller) return engine.close(map.id);
      reading = null; // a report of progress may still be on its way
      const previous = store.getState().map;
      onOpened();
      store.setState({ ...stateOfNewMap(map, request.parameters ?? {}), announcement: `${fileName} is open.` });
      if (previous) engine.close(previous.id);
    } catch (error) {
      if (reading !== controller) return;
      reading = null;
      store.setState(refused(error, fileName));
    }
  }

  return {
    open,
    reopen: async (change) => {
      if (!last) return;
      const { map, parameters } = store.getState();
      const kept = map ? keptParameters(parameters, change) : last.parameters;
      await open({ ...last, ...change, ...(kept && { parameters: kept }) });
    },
    cancel: () => {
      reading?.abort();
      reading = null;
      store.setState({ opening: null, fault: null });
    },
  };
}

/** A map that was not opened: given up, in need of a voxel size, or at fault. */
function refused(error: unknown, fileName: string): Partial<AppState> {
  if (isAbort(error)) return { opening: null };
  if (isMapError(error, "map.needsVoxelSize")) {
    return { opening: { fileName, fraction: null, ask: "voxelSize" }, fault: faultOf(error) };
  }
  return { opening: null, fault: faultOf(error) };
}

/** A level that was suggested for the voxels as they were is suggested anew for others. */
function keptParameters(
  { contourLevel, contourSource, resolution }: Parameters,
  { binning }: OpenOptions,
): Partial<Parameters> {
  return binning && contourSource === "suggested" ? { resolution } : { contourLevel, contourSource, resolution };
}
