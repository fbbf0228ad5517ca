import { Radio } from "@mantine/core";
import { useMemo } from "react";
import { formatLevel } from "../../core/format/numbers.ts";
import type { ContourSuggestion } from "../../core/volume/contour-suggestion.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { parseNumber } from "../parameters/model.ts";
import { NumberField } from "../parameters/NumberField.tsx";
import classes from "./contour.module.css";
import { LevelHistogram } from "./LevelHistogram.tsx";
import { allSuggestions, levelInDeviations, piecesText } from "./model.ts";

const SUGGESTED = "suggested";

/** The contour level: what the map itself suggests and why, and what the user decides. */
export function ContourAdvisor({ map }: { map: OpenedMap }) {
  const { contourLevel: level, molecularMass } = useAppState((state) => state.parameters);
  const suggestions = useMemo(() => allSuggestions(map, molecularMass), [map, molecularMass]);
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
      <LevelHistogram map={map} suggestions={suggestions} level={level} onLevel={choose} />
      <p className={classes.legend}>
        Bars: voxels at a value. <i /> Voxels above it. Dots: the suggestions. Ribbon: pieces at that level.
      </p>
      <Suggestions map={map} suggestions={suggestions} />
    </section>
  );
}

function Suggestions({ map, suggestions }: { map: OpenedMap; suggestions: readonly ContourSuggestion[] }) {
  const { contourLevel, contourSource } = useAppState((state) => state.parameters);
  const { setParameters } = useActions();
  const options = suggestions.map((suggestion, i) => ({
    ...suggestion,
    source: "suggested" as const,
    standing: i === 0 ? SUGGESTED : piecesText(map.ladder, suggestion.level),
  }));
  const own = {
    level: contourLevel,
    reason: contourSource === "emdb" ? "the author’s level at EMDB" : "the level that was given",
    source: contourSource,
    standing: piecesText(map.ladder, contourLevel),
  };
  const rows = contourSource === "suggested" ? options : [own, ...options];
  const chosen = contourSource === "suggested" ? options.findIndex(({ level }) => level === contourLevel) : 0;
  return (
    <Radio.Group
      label="Where the level comes from"
      labelProps={{ className: "unseen" }}
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
                  <span className={classes.standing} data-first={row.standing === SUGGESTED}>
                    {row.standing}
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Radio.Group>
  );
}
