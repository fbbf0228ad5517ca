/**
 * Whether the site's files come with their headers: from `mapassay serve`, or by way of the service worker. Else they come
 * as the host sends them, as on the first visit to a host that sends no headers.
 */
export function filesAreGuarded(): boolean {
  return globalThis.crossOriginIsolated || Boolean(navigator.serviceWorker?.controller);
}

/** Starts a module worker that stands under a policy whatever headers its script comes with. */
export function startGuarded(script: string, options: { readonly name: string }): Worker {
  return new Worker(filesAreGuarded() ? script : passedOn(script), { ...options, type: "module" });
}

/**
 * A worker obeys the policy of its own script, and one from a host that sends none obeys none. A script of the page's own
 * making (`blob:`) has the page's policy, and so has all that it imports. The address lasts as long as the page.
 */
function passedOn(script: string): string {
  const whole = new URL(script, document.baseURI).href;
  return URL.createObjectURL(new Blob([`import ${JSON.stringify(whole)};`], { type: "text/javascript" }));
}
