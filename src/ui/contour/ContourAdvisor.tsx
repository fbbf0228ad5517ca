import { Radio } from "@mantine/core";
import { formatLevel } from "../../core/format/numbers.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { parseNumber } from "../parameters/model.ts";
import { NumberField } from "../parameters/NumberField.tsx";
import classes from "./contour.module.css";
import { LevelHistogram } from "./LevelHistogram.tsx";
import { levelInDeviations } from "./model.ts";

/** The contour level: what the map itself suggests and why, and what the user decides. */
export function ContourAdvisor({ map }: { map: OpenedMap }) {
  const { contourLevel: level } = useAppState((state) => state.parameters);
  const { setParameters } = useActions();
  const choose = (contourLevel: number) => setParameters({ contourLevel, contourSource: "user" });
  return (
    <section className={classes.advisor}>
      <div className="row">
        <h2>Contour level</h2>
        <span className={classes.field}>
          <NumberField
            label="Contour level"
            labelling="spoken"
            value={level}
            parse={parseNumber}
            problem="A number"
            commit="typing"
            onCommit={(value) => value !== null && choose(value)}
          />
          <span className="small quiet">{levelInDeviations(level, map.statistics)}</span>
        </span>
      </div>
      <LevelHistogram map={map} level={level} onLevel={choose} />
      <Suggestions map={map} />
    </section>
  );
}

function Suggestions({ map }: { map: OpenedMap }) {
  const { contourLevel, contourSource } = useAppState((state) => state.parameters);
  const { setParameters } = useActions();
  const options = map.contourSuggestions.map((suggestion, i) => ({
    ...suggestion,
    source: "suggested" as const,
    standing: i === 0 ? "suggested" : "",
  }));
  const own = {
    level: contourLevel,
    reason: contourSource === "emdb" ? "the author’s level at EMDB" : "the level that was given",
    source: contourSource,
    standing: "",
  };
  const rows = contourSource === "suggested" ? options : [own, ...options];
  const chosen = contourSource === "suggested" ? options.findIndex(({ level }) => level === contourLevel) : 0;
  return (
    <Radio.Group
      aria-label="Where the level comes from"
      value={String(chosen)}
      onChange={(value) => {
        const row = rows[Number(value)];
        if (row) setParameters({ contourLevel: row.level, contourSource: row.source });
      }}
    >
      <ul className={classes.suggestions}>
        {rows.map((row, i) => (
          <li key={`${row.source} ${row.level} ${row.reason}`} data-chosen={i === chosen}>
            <Radio
              value={String(i)}
              size="xs"
              label={
                <>
                  <b>{formatLevel(row.level)}</b>
                  <span className="two">{row.reason}</span>
                  <span className={classes.standing}>{row.standing}</span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Radio.Group>
  );
}
