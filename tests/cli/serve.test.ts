import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { responseHeaders } from "../../src/site/response-headers.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { type RunningCli, startCli } from "./running-cli.ts";

/** The command line beside a web app of the test's own, and a file that must not be served. */
const folder = temporaryFolder();
const program = folder.at("dist/cli/mapassay.js");
const FILES = {
  "index.html": "text/html; charset=utf-8",
  "assets/app.js": "text/javascript; charset=utf-8",
  "assets/compute.worker-1.js": "text/javascript; charset=utf-8",
  "app.webmanifest": "application/manifest+json; charset=utf-8",
  "assets/app.css": "text/css; charset=utf-8",
  "assets/kernels.wasm": "application/wasm",
  "assets/font.ttf": "font/ttf",
  "icon.svg": "image/svg+xml",
  "example.map.gz": "application/octet-stream",
};

beforeAll(() => {
  cpSync(fileURLToPath(new URL("../../dist/cli", import.meta.url)), folder.at("dist/cli"), { recursive: true });
  mkdirSync(folder.at("dist/web/assets"), { recursive: true });
  for (const name of Object.keys(FILES)) writeFileSync(folder.at(`dist/web/${name}`), `content of ${name}`);
  writeFileSync(folder.at("dist/secret.txt"), "secret");
});

let server: RunningCli;
let port: number;

beforeEach(async () => {
  server = startCli(["serve", "--port", "0"], program);
  await expect.poll(server.said, { interval: 10, timeout: 10_000 }).toContain("Ctrl+C");
  port = Number(/localhost:(\d+)/.exec(server.said())![1]);
});

/** A request whose path goes out as it is written: fetch would tidy it. */
function ask(path: string, method = "GET") {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

const ISOLATION = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

describe("mapassay serve", () => {
  it("gives every file its type and the headers of an isolated page", async () => {
    for (const [name, type] of Object.entries(FILES)) {
      const { status, headers, body } = await ask(`/${name}`);
      expect({ name, status, body }).toEqual({ name, status: 200, body: `content of ${name}` });
      expect(headers).toMatchObject({ ...ISOLATION, "content-type": type });
      expect(headers["content-security-policy"]).toBe(responseHeaders(name)["Content-Security-Policy"]);
      expect(headers).not.toHaveProperty("content-encoding");
    }
  });

  it("answers / with the page, whatever is asked of it", async () => {
    expect((await ask("/")).body).toBe("content of index.html");
    expect((await ask("/?level=1")).body).toBe("content of index.html");
  });

  it("answers HEAD with the headers alone", async () => {
    const { status, headers, body } = await ask("/icon.svg", "HEAD");
    expect({ status, body, length: headers["content-length"] }).toEqual({ status: 200, body: "", length: "19" });
    expect(headers).toMatchObject(ISOLATION);
  });

  it.each([
    "/missing.js",
    "/assets",
    "/assets/",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/../secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "/index.html%00.js",
    "/..%2fweb-other/secret.txt",
  ])("finds nothing at %s", async (path) => {
    const { status, headers, body } = await ask(path);
    expect({ status, body }).toEqual({ status: 404, body: "404\n" });
    expect(headers).toMatchObject(ISOLATION);
  });

  it("refuses what it cannot read and what it does not do", async () => {
    expect((await ask("/%zz")).status).toBe(400);
    expect((await ask("/", "POST")).status).toBe(405);
    expect((await ask("/")).status).toBe(200);
  });

  it("says that a port is taken, and ends with 75", async () => {
    const second = startCli(["serve", "--port", String(port)], program);
    expect(await second.ended).toBe(75);
    expect(second.said()).toMatch(new RegExp(`^mapassay: Port ${port} cannot be used .*--port`));
    expect(second.said()).not.toContain("unexpected");
  });

  it("listens to this machine only", async () => {
    const own = createServer().listen(port, "127.0.0.2");
    await new Promise((resolve) => own.once("listening", resolve));
    expect((own.address() as AddressInfo).port).toBe(port);
    own.close();
  });

  it("ends on Ctrl+C", async () => {
    server.child.kill("SIGINT");
    expect(await server.ended).toBe(130);
  });
});
