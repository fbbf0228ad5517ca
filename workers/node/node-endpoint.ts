/// <reference path="./comlink-node-adapter.d.ts" />
export { default as nodeEndpoint } from "comlink/dist/esm/node-adapter.mjs";
