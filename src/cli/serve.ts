import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream";
import { fileURLToPath } from "node:url";
import { responseHeaders } from "../site/response-headers.ts";
import { serveOptions } from "./arguments.ts";
import { WEB_FOLDER } from "./built-files.ts";
import { PortError } from "./exit-status.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

/** `mapassay serve`: the web app on this machine only, isolated so that workers may share memory. Runs until stopped. */
export function serve(args: string[]): Promise<number> {
  const { port } = serveOptions(args);
  const root = fileURLToPath(WEB_FOLDER);
  const server = createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
    return void answer(root, request.url ?? "/", response, request.method);
  });
  return new Promise((_, reject) => {
    server.once("error", (error) => {
      reject(new PortError(`Port ${port} cannot be used (${error.message}). Choose another with --port.`));
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const actual = typeof address === "object" && address ? address.port : port;
      process.stderr.write(`MapAssay is at http://localhost:${actual}/ (stop with Ctrl+C)\n`);
    });
  });
}

async function answer(root: string, url: string, response: ServerResponse, method: string): Promise<void> {
  const path = pathOf(url);
  if (path === null) return refuse(response, 400);
  const file = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return refuse(response, 404);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return refuse(response, 404);
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { ...headersOf(path), "Content-Type": type, "Content-Length": found.size });
  if (method === "HEAD") response.end();
  else pipeline(createReadStream(file), response, () => {});
}

/** The site's rules for a path; nothing is taken from a cache unasked, so that a new version is seen. */
function headersOf(path: string) {
  return { ...responseHeaders(path), "Cache-Control": "no-cache" };
}

function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...headersOf("/"), "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${status}\n`);
}
