import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { saveJson } from "../actions/export-report.ts";
import { useAppState, useRecents } from "../app-context.tsx";
import { shortName } from "../facts/model.ts";
import { Hallmark } from "../hallmark/Hallmark.tsx";
import { recentFacts } from "./model.ts";
import classes from "./recent.module.css";
import type { RecentResult } from "./recents.ts";

/** What was found on earlier visits, in this browser; nothing where there is nothing. */
export function RecentResults() {
  const recents = useRecents();
  const [list, setList] = useState<readonly RecentResult[]>([]);
  useEffect(() => {
    let wanted = true;
    void recents.list().then((found) => wanted && setList(found));
    return () => {
      wanted = false;
    };
  }, [recents]);
  if (list.length === 0) return null;
  const clear = () => {
    setList([]);
    void recents.clear();
  };
  return (
    <section className={classes.recent} aria-label="Recent results">
      <div className="row">
        <h2>Recent results</h2>
        <Button className="push" variant="transparent" onClick={clear}>
          Clear all
        </Button>
      </div>
      <ul>
        {list.map(({ report }) => (
          <Recent key={report.input.sha256} report={report} />
        ))}
      </ul>
      <p className="small quiet">Results only, in this browser; voxels are never kept.</p>
    </section>
  );
}

function Recent({ report }: Pick<RecentResult, "report">) {
  const reading = useAppState((state) => state.reading);
  const { fileName } = report.input;
  return (
    <li>
      <span className={classes.name}>
        <b title={fileName}>{shortName(fileName, 28)}</b>
        <span className="small quiet">{recentFacts(report, reading)}</span>
      </span>
      <Hallmark results={report.checks} reading={reading} />
      <Button variant="transparent" aria-label={`JSON report of ${fileName}`} onClick={() => saveJson(report)}>
        JSON
      </Button>
    </li>
  );
}
