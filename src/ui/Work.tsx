import { Suspense, useDeferredValue, useEffect } from "react";
import type { OpenedMap } from "../engine/engine.ts";
import { useAppState } from "./app-context.tsx";
import { lazyPart } from "./lazy-part.ts";
import { Ledger } from "./ledger/Ledger.tsx";
import classes from "./page.module.css";
import { Stage } from "./stage/Stage.tsx";
import { shownRun } from "./state/run.ts";

const loadCheckPage = () => import("./check-page/CheckPage.tsx").then(({ CheckPage }) => CheckPage);
const CheckPage = lazyPart(loadCheckPage);

/** The work area of an open map: ledger, an open check, stage. */
export function Work({ map }: { map: OpenedMap }) {
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
      <Stage map={map} as={open ? "linkedView" : "stage"} />
    </main>
  );
}
