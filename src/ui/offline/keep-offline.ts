import type { AppState, AppStore, SiteState } from "../store.ts";

const SERVICE_WORKER = "./service-worker.js";
/** Remembers within a tab that the page was loaded again to become isolated, so that it never does so twice. */
const RELOADED = "mapassay-reloaded-for-isolation";

/**
 * Keeps the page in this browser for use without a network, isolates it on hosts that send no headers, and tells the
 * store when a newer version waits. Where the browser has no service workers, or forbids them, nothing changes.
 */
export async function keepOffline(store: AppStore): Promise<void> {
  watchNetwork(store);
  const registration = await register();
  if (!registration) return;
  if (await isWithdrawn()) return giveWay(registration);
  watchUpdates(store, registration);
  await navigator.serviceWorker.ready;
  setSite(store, { offline: "kept" });
  if (!crossOriginIsolated) await isolate(store);
}

/** Puts the waiting version in the place of this one and loads the page again; another open tab keeps it waiting. */
export async function loadUpdate(store: AppStore): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  const waiting = registration?.waiting;
  if (!waiting) return location.reload();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<"takingOver" | "otherTabs">) => {
    if (data === "otherTabs") return setSite(store, { update: "otherTabs" });
    const reload = () => waiting.state === "activated" && location.reload();
    waiting.addEventListener("statechange", reload);
    reload();
  };
  waiting.postMessage("takeOver", [port2]);
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  try {
    const script = new URL(SERVICE_WORKER, document.baseURI);
    return await navigator.serviceWorker.register(script, { updateViaCache: "none" });
  } catch {
    // Without https, in some private windows, and in browsers set so; the page works as before.
    return null;
  }
}

/** True where this address gives out something else now, such as another program on the same port of this machine. */
async function isWithdrawn(): Promise<boolean> {
  const asked = await fetch(new URL(SERVICE_WORKER, document.baseURI), { cache: "no-store" }).catch(() => null);
  return asked?.status === 404;
}

/** Leaves the address to what it gives out now. */
async function giveWay(registration: ServiceWorkerRegistration): Promise<void> {
  await registration.unregister();
  if (navigator.serviceWorker.controller) location.reload();
}

function watchNetwork(store: AppStore): void {
  const tell = () => setSite(store, { network: navigator.onLine ? "online" : "offline" });
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  tell();
}

function watchUpdates(store: AppStore, registration: ServiceWorkerRegistration): void {
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) setSite(store, { update: "ready" });
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", tell));
  registration.installing?.addEventListener("statechange", tell);
  tell();
}

/** Loads the page again, once, now that the service worker sends the headers; never under the hands of a visitor. */
async function isolate(store: AppStore): Promise<void> {
  if (!navigator.serviceWorker.controller) {
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
    });
  }
  if (sessionStorage.getItem(RELOADED)) return;
  if (!isUntouched(store.getState())) return setSite(store, { isolation: "afterReload" });
  sessionStorage.setItem(RELOADED, "yes");
  location.reload();
}

/** True while the page shows its start and nothing would be lost. */
function isUntouched({ map, opening, fault, referee, comparison }: AppState): boolean {
  return !map && !opening && !fault && !referee && !comparison;
}

function setSite(store: AppStore, change: Partial<SiteState>): void {
  store.setState(({ site }) => ({ site: { ...site, ...change } }));
}
