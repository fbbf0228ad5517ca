import { expose } from "comlink";
import { makeWorkerDoor } from "./host.ts";
import { showLife } from "./life.ts";
import { fileSource } from "./reading/file-source.ts";

declare const self: DedicatedWorkerGlobalScope;

const door = makeWorkerDoor({
  openSource: (source) => {
    if ("path" in source) throw new Error("A page opens files, not paths.");
    return fileSource(source.file);
  },
  loadBytes: async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer()),
});

showLife(self);
expose(door, self);
