import { type ComponentType, lazy } from "react";

/** A part of the page that is fetched when it is first shown, under a `Suspense`; where that fails, words stand in its place. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: missing }),
    ),
  );
}

function missing() {
  return "This part of the page could not be fetched; load the page again.";
}
