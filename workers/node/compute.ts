import { readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import { expose } from "comlink";
import { makeWorkerDoor } from "../host.ts";
import { nodeFileSource } from "./file-source.ts";
import { nodeEndpoint } from "./node-endpoint.ts";
import { nodeHash } from "./node-hash.ts";

const door = makeWorkerDoor({
  openSource: (source) => {
    if ("file" in source) throw new Error("The command line opens paths.");
    return nodeFileSource(source.path);
  },
  makeHash: nodeHash,
  loadBytes: async (path) => new Uint8Array(await readFile(path)),
});

expose(door, nodeEndpoint(parentPort!));
