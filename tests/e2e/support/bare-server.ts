import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const WEB = fileURLToPath(new URL("../../../dist/web", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

export interface BareServer {
  readonly url: string;
  /** What a file is given out as from now on; `null` is "not found". */
  alter(change: (file: string, content: Buffer) => Buffer | null): void;
  close(): void;
}

/** The built app from a host that sends no headers of its own, in a sub-folder: no cross-origin isolation. */
export async function serveBare(): Promise<BareServer> {
  let altered = (_file: string, content: Buffer): Buffer | null => content;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.replace(/^\/folder\//, "/").replace(/\/$/, "/index.html");
    const file = join(WEB, path);
    const content = existsSync(file) ? altered(path.slice(1), readFileSync(file)) : null;
    if (!content) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
    return response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/folder/`,
    alter: (change) => {
      altered = change;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
