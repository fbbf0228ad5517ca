declare module "comlink/dist/esm/node-adapter.mjs" {
  import type { MessagePort, Worker } from "node:worker_threads";
  import type { Endpoint } from "comlink";

  /** Gives a port of node:worker_threads the shape of a browser's. */
  export default function nodeEndpoint(port: MessagePort | Worker): Endpoint;
}
