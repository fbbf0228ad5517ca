import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page } from "@playwright/test";

/** What code in one place of the site could do. */
export interface ProbeOutcome {
  readonly file: string;
  readonly foreignFetch: "sent" | "stopped";
  readonly textAsCode: "ran" | "stopped";
}

/** Another host, which answers whoever asks, and counts those who ask for `probe`. */
export async function openHost(): Promise<{ readonly url: string; asked(): number; close(): void }> {
  let asked = 0;
  const open = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };
  const server = createServer((request, response) => {
    if (request.url === "/probe") asked++;
    response.writeHead(200, open).end("taken");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, asked: () => asked, close: () => server.close() };
}

/** Code for the end of a script of the site: it tries from there, as that script's own code, and tells the page. */
export function probe(file: string, host: string): string {
  return `
;(async () => {
  const foreignFetch = await fetch(${JSON.stringify(`${host}probe`)}).then(() => "sent", () => "stopped");
  let textAsCode = "ran";
  try { new Function("return 1")(); } catch { textAsCode = "stopped"; }
  new BroadcastChannel("probe").postMessage({ file: ${JSON.stringify(file)}, foreignFetch, textAsCode });
})();`;
}

/** The built scripts to probe: the page's first one, and that of every kind of worker. */
export function probedScripts(): { readonly page: string; readonly workers: readonly string[] } {
  const scripts = readdirSync("dist/web/assets").filter((name) => name.endsWith(".js"));
  const pathOf = (name: string) => `assets/${name}`;
  return {
    page: scripts.filter((name) => name.startsWith("index-")).map(pathOf)[0]!,
    workers: scripts.filter((name) => name.includes(".worker-")).map(pathOf),
  };
}

/** Collects what probes tell from now on, also after the page is loaded again. */
export async function listenToProbes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    new BroadcastChannel("probe").addEventListener("message", ({ data }) => heard.push(data));
  });
}

/** Starts a worker of each kind and waits for what all the scripts tell, by file. */
export async function hearProbes(page: Page, files: readonly string[]): Promise<Map<string, ProbeOutcome>> {
  await page.evaluate((workers) => {
    for (const file of workers) new Worker(new URL(file, document.baseURI), { type: "module" });
  }, probedScripts().workers);
  return waitForProbes(page, files);
}

/** Waits for what these scripts tell once the page itself has started them, by file. */
export async function waitForProbes(page: Page, files: readonly string[]): Promise<Map<string, ProbeOutcome>> {
  const heard = () => page.evaluate(() => (window as unknown as { heard: ProbeOutcome[] }).heard);
  await expect.poll(async () => (await heard()).map(({ file }) => file)).toEqual(expect.arrayContaining([...files]));
  return new Map((await heard()).map((outcome) => [outcome.file, outcome]));
}
