import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserEngine } from "./engine/browser-engine.ts";
import { filesAreGuarded } from "./engine/guarded-worker.ts";
import { App } from "./ui/App.tsx";
import { createApp } from "./ui/app-context.tsx";
import { StartFault } from "./ui/fault/StartFault.tsx";
import { takeLaunchedFiles } from "./ui/offline/launched-files.ts";

/** The page comes first; its first self-test waits until it stands, ms. */
const SELF_TEST_DELAY = 1500;

/** Once in each version. */
async function testOnce({ store }: ReturnType<typeof createApp>): Promise<void> {
  // Its worker may run text as code, which no policy of the page's own lets it: it waits for the next visit.
  if (!filesAreGuarded()) return;
  // A part that cannot be fetched is told where it is asked for.
  await import("./ui/self-test/run-self-test.ts").then((part) => part.selfTestOnce(store)).catch(() => {});
}

const root = createRoot(document.getElementById("root")!);

createBrowserEngine().then(
  (engine) => {
    const app = createApp(engine);
    root.render(
      <StrictMode>
        <App app={app} />
      </StrictMode>,
    );
    setTimeout(() => void testOnce(app), SELF_TEST_DELAY);
    // Built pages only: the dev server's files change under a service worker.
    if (import.meta.env.PROD && "serviceWorker" in navigator) {
      void import("./ui/offline/keep-offline.ts").then(({ keepOffline }) => keepOffline(app.store));
      takeLaunchedFiles(app.actions.openFiles);
    }
  },
  (error: unknown) => root.render(<StartFault error={error} />),
);
