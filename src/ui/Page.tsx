import { Suspense, useDeferredValue, useEffect } from "react";
import type { OpenedMap } from "../engine/engine.ts";
import { useAppState } from "./app-context.tsx";
import { Bar } from "./bar/Bar.tsx";
import { FactsBar } from "./facts/FactsBar.tsx";
import { FaultNotice } from "./fault/FaultNotice.tsx";
import { FaultPage } from "./fault/FaultPage.tsx";
import { MemoryNotice } from "./fault/MemoryNotice.tsx";
import { useKeys } from "./keys.ts";
import { lazyPart } from "./lazy-part.ts";
import { Ledger } from "./ledger/Ledger.tsx";
import classes from "./page.module.css";
import { DropTarget } from "./start/DropTarget.tsx";
import { OpeningPanel } from "./start/OpeningPanel.tsx";
import { StartPage } from "./start/StartPage.tsx";
import { shownRun } from "./store.ts";

const loadStage = () => import("./stage/Stage.tsx").then(({ Stage }) => Stage);
const Stage = lazyPart(loadStage);

const loadCheckPage = () => import("./check-page/CheckPage.tsx").then(({ CheckPage }) => CheckPage);
const CheckPage = lazyPart(loadCheckPage);

const RefereePanel = lazyPart(() => import("./referee/RefereePanel.tsx").then((part) => part.RefereePanel));

const UpdateNotice = lazyPart(() => import("./offline/UpdateNotice.tsx").then((part) => part.UpdateNotice));

/** Bar, facts, work area; what the work area holds follows the state. */
export function Page() {
  useKeys();
  // Fetched while the visitor looks for a file, so that the first slices are not kept waiting.
  useEffect(() => void loadStage().catch(() => {}), []);
  const map = useAppState((state) => state.map);
  const fault = useAppState((state) => state.fault);
  const opening = useAppState((state) => state.opening);
  const referee = useAppState((state) => state.referee);
  const memory = useAppState((state) => state.environment.memory);
  const update = useAppState(({ site, run }) => (run.state === "running" ? "none" : site.update));
  return (
    <div className={classes.page}>
      <Bar />
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
      {memory === "private" && <MemoryNotice />}
      {map && fault && !opening && <FaultNotice fault={fault} />}
      {map && opening && (
        <section className={classes.opening} aria-label="Opening a map">
          <OpeningPanel opening={opening} />
        </section>
      )}
      {map ? <Work map={map} /> : fault && !opening ? <FaultPage fault={fault} /> : <StartPage />}
      <DropTarget />
      <Announcements />
    </div>
  );
}

function Work({ map }: { map: OpenedMap }) {
  const { results, parameters } = useAppState((state) => shownRun(state.run));
  const openCheck = useAppState((state) => state.openCheck);
  // Fetched while the checks run, so that the first one opens at once.
  const wanted = results.length > 0;
  useEffect(() => {
    if (wanted) void loadCheckPage().catch(() => {});
  }, [wanted]);
  // Mounted in one go the work area holds the page for a tenth of a second; a deferred value is rendered in slices of time.
  const mounted = useDeferredValue<"whole" | "empty">("whole", "empty");
  const open = results.find((result) => result.key === openCheck);
  if (mounted === "empty") return <main className={classes.work} />;
  return (
    <main className={classes.work} data-check={open ? "open" : "closed"}>
      <Ledger map={map} />
      <Suspense fallback={null}>{open && parameters && <CheckPage result={open} parameters={parameters} />}</Suspense>
      <Suspense fallback={<div />}>
        <Stage map={map} as={open ? "linkedView" : "stage"} />
      </Suspense>
    </main>
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
