import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserEngine } from "./engine/browser-engine.ts";
import { App } from "./ui/App.tsx";
import { createApp } from "./ui/app-context.tsx";
import { StartFault } from "./ui/fault/StartFault.tsx";

const root = createRoot(document.getElementById("root")!);

createBrowserEngine().then(
  (engine) => {
    const app = createApp(engine);
    root.render(
      <StrictMode>
        <App app={app} />
      </StrictMode>,
    );
    // Built pages only: the dev server's files change under a service worker.
    if (import.meta.env.PROD && "serviceWorker" in navigator) {
      void import("./ui/offline/keep-offline.ts").then(({ keepOffline }) => keepOffline(app.store, app.actions));
    }
  },
  (error: unknown) => root.render(<StartFault error={error} />),
);
