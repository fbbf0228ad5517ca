import { Suspense, useEffect } from "react";
import { useAppState } from "./app-context.tsx";
import { Bar } from "./bar/Bar.tsx";
import { FactsBar } from "./facts/FactsBar.tsx";
import { FaultNotice } from "./fault/FaultNotice.tsx";
import { FaultPage } from "./fault/FaultPage.tsx";
import { MemoryNotice } from "./fault/MemoryNotice.tsx";
import { useKeys } from "./keys.ts";
import { lazyPart } from "./lazy-part.ts";
import classes from "./page.module.css";
import { DropTarget } from "./start/DropTarget.tsx";
import { OpeningPanel } from "./start/OpeningPanel.tsx";
import { StartPage } from "./start/StartPage.tsx";

const loadWork = () => import("./Work.tsx").then(({ Work }) => Work);
const Work = lazyPart(loadWork);

const RefereePanel = lazyPart(() => import("./referee/RefereePanel.tsx").then((part) => part.RefereePanel));

const UpdateNotice = lazyPart(() => import("./offline/UpdateNotice.tsx").then((part) => part.UpdateNotice));

const ComparePage = lazyPart(() => import("./compare/ComparePage.tsx").then((part) => part.ComparePage));

/** The bar, one map or several, and what belongs to both. */
export function Page() {
  useKeys();
  // Fetched after the start is shown, so that the first map finds it there.
  useEffect(() => void loadWork().catch(() => {}), []);
  const memory = useAppState((state) => state.environment.memory);
  const comparison = useAppState(({ work, comparison }) => (work === "compare" ? comparison : null));
  return (
    <div className={classes.page}>
      <Bar />
      {memory === "private" && <MemoryNotice />}
      {comparison ? (
        <Suspense fallback={null}>
          <ComparePage comparison={comparison} />
        </Suspense>
      ) : (
        <OneMap />
      )}
      <DropTarget />
      <Announcements />
    </div>
  );
}

/** Facts, notices, work area; what the work area holds follows the state. */
function OneMap() {
  const map = useAppState((state) => state.map);
  const fault = useAppState((state) => state.fault);
  const opening = useAppState((state) => state.opening);
  const referee = useAppState((state) => state.referee);
  const update = useAppState(({ site, run }) => (run.state === "running" ? "none" : site.update));
  return (
    <>
      <FactsBar />
      {referee && (
        <Suspense fallback={null}>
          <RefereePanel held={referee} />
        </Suspense>
      )}
      {update !== "none" && !opening && (
        <Suspense fallback={null}>
          <UpdateNotice />
        </Suspense>
      )}
      {map && fault && !opening && <FaultNotice fault={fault} />}
      {map && opening && (
        <section className={classes.opening} aria-label="Opening a map">
          <OpeningPanel opening={opening} />
        </section>
      )}
      {map ? (
        <Suspense fallback={<main />}>
          <Work map={map} />
        </Suspense>
      ) : fault && !opening ? (
        <FaultPage fault={fault} />
      ) : (
        <StartPage />
      )}
    </>
  );
}

/** Finished checks and the like, for those who listen. */
function Announcements() {
  const announcement = useAppState((state) => state.announcement);
  return (
    <div className="unseen" aria-live="polite">
      {announcement}
    </div>
  );
}
