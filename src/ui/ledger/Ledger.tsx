import type { OpenedMap } from "../../engine/engine.ts";
import { useAppState } from "../app-context.tsx";
import { ContourAdvisor } from "../contour/ContourAdvisor.tsx";
import { HeaderCard } from "../header-card/HeaderCard.tsx";
import { ParametersForm } from "../parameters/ParametersForm.tsx";
import { CauseNotice } from "./CauseNotice.tsx";
import { CheckList } from "./CheckList.tsx";
import { Exports } from "./Exports.tsx";
import classes from "./ledger.module.css";
import { RunHead } from "./RunHead.tsx";

/** The left column: the header and the parameters before a run, the checks from then on. */
export function Ledger({ map }: { map: OpenedMap }) {
  const shown = useAppState((state) => state.ledger);
  const size = useAppState((state) => (state.openCheck ? "short" : "full"));
  if (shown === "parameters") {
    return (
      <section className={classes.ledger} aria-label="Header and parameters">
        <HeaderCard map={map} />
        <ContourAdvisor map={map} />
        <ParametersForm map={map} />
      </section>
    );
  }
  return (
    <section className={classes.ledger} aria-label="Checks" data-size={size}>
      <RunHead size={size} />
      <CheckList size={size} />
      {size === "full" && <CauseNotice />}
      <Exports size={size} />
    </section>
  );
}
