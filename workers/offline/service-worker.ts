import { PrecacheController } from "workbox-precaching";
import { withHeaders } from "./with-headers.ts";

declare const self: ServiceWorkerGlobalScope;

/** Every file that the page can ask for, relative to this script; `revision` is `null` where the name holds a hash. */
declare const PRECACHED_FILES: { url: string; revision: string | null }[];

/**
 * Keeps the whole site, so that it works without a network, and sends each file with the headers of `mapassay serve`, so
 * that it is isolated and guarded on hosts that send none. A newer version waits until the page asks for it.
 */
const precache = new PrecacheController();
precache.precache(PRECACHED_FILES);

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === self.location.origin) event.respondWith(answer(event.request));
});

self.addEventListener("message", (event) => {
  if (event.data === "takeOver") event.waitUntil(takeOver(event.ports[0]!));
});

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const file = pathname === new URL(self.registration.scope).pathname ? `${pathname}index.html` : pathname;
  const kept = await precache.matchPrecache(new URL(file, self.location.href).href);
  return withHeaders(kept ?? (await fetch(request)), file);
}

/** Puts this version in the place of the one before, unless another tab still works with the parts of that one. */
async function takeOver(port: MessagePort): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.filter(({ url }) => url.startsWith(self.registration.scope));
  port.postMessage(open.length > 1 ? "otherTabs" : "takingOver");
  if (open.length <= 1) await self.skipWaiting();
}
