import { Button } from "@mantine/core";
import { resolutionText } from "../../report/text/words.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { shownRun } from "../state/run.ts";
import classes from "./facts.module.css";
import { boxText, bytesText, levelText, modeText, shortHash, shortName, voxelSizeText } from "./model.ts";

/** The second row: which map, and with what it is measured. */
export function FactsBar() {
  const map = useAppState((state) => state.map);
  const ledger = useAppState((state) => state.ledger);
  const measured = useAppState((state) => shownRun(state.run).parameters);
  if (!map) return null;
  return (
    <section className={classes.facts} aria-label="This map">
      <b className={classes.name} title={map.fileName}>
        {shortName(map.fileName)}
      </b>
      <span>{boxText(map.grid.box)}</span>
      <span>{voxelSizeText(map.grid)}/voxel</span>
      {map.binning && <span>binned by {map.binning}</span>}
      <span className={classes.spare}>{modeText(map.mode)}</span>
      {ledger === "results" && measured && (
        <>
          <span>
            <i>level</i> {levelText(measured)}
          </span>
          {measured.resolution !== null && (
            <span>
              <i>resolution</i> {resolutionText(measured.resolution)}
            </span>
          )}
        </>
      )}
      <FactsAction />
    </section>
  );
}

function FactsAction() {
  const map = useAppState((state) => state.map);
  const ledger = useAppState((state) => state.ledger);
  const run = useAppState((state) => state.run.state);
  const workers = useAppState((state) => state.environment.workers);
  const { closeMap, showLedger } = useActions();
  if (run === "running") {
    return <span className={classes.aside}>{workers === 1 ? "1 thread" : `${workers} threads`}</span>;
  }
  if (ledger === "results") {
    return (
      <Button className={classes.action} variant="transparent" onClick={() => showLedger("parameters")}>
        Change level or resolution
      </Button>
    );
  }
  return (
    <>
      <span className={classes.aside} title={`SHA-256 ${map?.sha256}`}>
        {map?.fileBytes != null && `${bytesText(map.fileBytes)} · `}hash {shortHash(map?.sha256 ?? "")}
      </span>
      {run !== "none" && (
        <Button variant="transparent" onClick={() => showLedger("results")}>
          Back to the results
        </Button>
      )}
      <Button variant="transparent" onClick={closeMap}>
        Close map
      </Button>
    </>
  );
}
