import { Button, CloseButton, FileButton } from "@mantine/core";
import { useMemo } from "react";
import { compareReports } from "../../report/compare-reports.ts";
import type { Report } from "../../report/report.ts";
import { useActions, useAppState } from "../app-context.tsx";
import type { HeldReport } from "../store.ts";
import { ComparisonView } from "./ComparisonView.tsx";
import classes from "./referee.module.css";

const REPORTS = ".pdf,.html,.json";

/** Verifying a report, above the work area: which report, which map, and what came of it. */
export function RefereePanel({ held }: { held: HeldReport }) {
  const { closeReferee } = useActions();
  const { report, found, earlier } = held;
  return (
    <section className={classes.panel} aria-label="Verify a report">
      {report && found ? <Outcome recorded={report} found={found} /> : <NextStep held={held} />}
      {found && earlier === "kept" && (
        <p className="two">The results shown are the report’s. Your own come back when you stop verifying.</p>
      )}
      <CloseButton className={classes.close} aria-label="Stop verifying" onClick={closeReferee} />
    </section>
  );
}

function Outcome({ recorded, found }: { recorded: Report; found: Report }) {
  const comparison = useMemo(() => compareReports(recorded, found), [recorded, found]);
  return <ComparisonView comparison={comparison} />;
}

function NextStep({ held: { fileName, report } }: { held: HeldReport }) {
  const { openFiles } = useActions();
  const running = useAppState(({ run }) => run.state === "running");
  if (report && running) return <p className="two">The checks run again with the parameters of {fileName}.</p>;
  return (
    <>
      <p className="two">
        {report
          ? `${fileName} is a report of ${report.input.fileName}. Open that map to verify it.`
          : "Choose a report as PDF, HTML or JSON, then its map. The checks run again with the report’s parameters, and every value is compared."}
      </p>
      <FileButton onChange={(file) => file && openFiles([file])} {...(!report && { accept: REPORTS })}>
        {(props) => (
          <Button {...props} variant="default">
            {report ? "Choose the map" : "Choose a report"}
          </Button>
        )}
      </FileButton>
    </>
  );
}
