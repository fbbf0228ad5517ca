import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserEngine } from "./engine/browser-engine.ts";
import { App } from "./ui/App.tsx";
import { createApp } from "./ui/app-context.tsx";
import { StartFault } from "./ui/fault/StartFault.tsx";

const root = createRoot(document.getElementById("root")!);

createBrowserEngine().then(
  (engine) => {
    root.render(
      <StrictMode>
        <App app={createApp(engine)} />
      </StrictMode>,
    );
  },
  (error: unknown) => root.render(<StartFault error={error} />),
);
