import { wrap } from "comlink";
import script from "../../workers/compute.worker.ts?worker&url";
import { ALIVE } from "../../workers/life.ts";
import type { WorkerDoor } from "../../workers/worker-door.ts";
import { startGuarded } from "./guarded-worker.ts";
import type { SpawnedWorker } from "./platform.ts";

let spawned = 0;
/** Locks are shared by all tabs of the site: names of this one begin with what no other tab has. */
const tab = globalThis.crypto?.randomUUID?.() ?? "";

/** Starts a compute worker of the page and watches over its life. */
export function spawnBrowserWorker(): SpawnedWorker {
  const name = `mapassay-${tab}-${++spawned}`;
  const worker = startGuarded(script, { name });
  let terminate = () => {};
  const death = new Promise<string>((resolve) => {
    worker.addEventListener("error", (event) => resolve(event.message || "it could not be loaded"));
    worker.addEventListener("messageerror", () => resolve("a message could not be read"));
    worker.addEventListener("message", ({ data }) => {
      if (data === ALIVE)
        void whenFree(name).then(() => resolve("the browser ended it, as it does when memory is short"));
    });
    terminate = () => {
      worker.terminate();
      resolve("it was ended");
    };
  });
  return { door: wrap<WorkerDoor>(worker), death, terminate };
}

/** Resolves once nobody holds the lock any more, that is, once its worker is gone. */
async function whenFree(name: string): Promise<void> {
  await navigator.locks.request(name, () => {});
}
