import { Button, CloseButton } from "@mantine/core";
import { useActions, useAppState } from "../app-context.tsx";
import { shortName } from "../facts/model.ts";
import { Hallmark } from "../hallmark/Hallmark.tsx";
import { parseLength, parseNumber } from "../parameters/model.ts";
import { NumberField } from "../parameters/NumberField.tsx";
import { COLUMNS, type Column } from "./columns.ts";
import classes from "./compare.module.css";
import type { ComparedMap } from "./compared-map.ts";
import type { Comparison } from "./comparison.ts";
import { curveColour } from "./curves.ts";
import { standingWords } from "./words.ts";

interface CompareRowProps {
  readonly map: ComparedMap;
  /** In the order of adding, which gives the colour of the map's curves. */
  readonly place: number;
  readonly comparison: Comparison;
}

/** One map of the comparison: its name opens it, its level and resolution can be typed. */
export function CompareRow({ map, place, comparison }: CompareRowProps) {
  return (
    <tr data-state={map.state}>
      <th scope="row">
        <MapName map={map} place={place} comparison={comparison} />
      </th>
      {COLUMNS.slice(1).map((column) => (
        <RowCell key={column.key} column={column} map={map} comparison={comparison} />
      ))}
    </tr>
  );
}

function MapName({ map, place, comparison }: CompareRowProps) {
  const { openCompared } = useActions();
  const { name } = map.file;
  return (
    <span className={classes.name}>
      <i style={{ background: `var(--${curveColour(place)})` }} />
      <Button variant="transparent" title={name} onClick={() => openCompared(map)}>
        {shortName(name, 28)}
      </Button>
      <CloseButton size="sm" aria-label={`Remove ${name}`} onClick={() => comparison.remove(map.id)} />
    </span>
  );
}

function RowCell({ column, map, comparison }: { column: Column } & Omit<CompareRowProps, "place">) {
  const reading = useAppState((state) => state.reading);
  if (column.key === "level" || column.key === "resolution") {
    return (
      <td>
        <RowField kind={column.key} map={map} comparison={comparison} />
      </td>
    );
  }
  if (column.key === "verdicts") {
    return (
      <td data-align="left" className={classes.verdicts}>
        {map.report ? <Hallmark results={map.report.checks} reading={reading} /> : <Unmeasured map={map} />}
      </td>
    );
  }
  return <td data-standing={column.standing?.(map, reading)}>{column.text?.(map, reading)}</td>;
}

function Unmeasured({ map }: { map: ComparedMap }) {
  return (
    <span className="small" data-state={map.state}>
      {standingWords(map)}
    </span>
  );
}

function RowField({ kind, map, comparison }: { kind: "level" | "resolution" } & Omit<CompareRowProps, "place">) {
  const { contourLevel, resolution } = map.parameters;
  const { name } = map.file;
  if (kind === "resolution") {
    return (
      <NumberField
        label={`Resolution of ${name}, Å`}
        labelling="spoken"
        placeholder="optional"
        value={resolution}
        parse={parseLength}
        problem="Above 0"
        commit="leaving"
        onCommit={(value) => comparison.setParameters(map.id, { resolution: value })}
      />
    );
  }
  if (!map.facts) return "–";
  return (
    <NumberField
      label={`Contour level of ${name}`}
      labelling="spoken"
      value={contourLevel}
      parse={parseNumber}
      problem="A number"
      commit="leaving"
      onCommit={(value) =>
        value !== null && comparison.setParameters(map.id, { contourLevel: value, contourSource: "user" })
      }
    />
  );
}
