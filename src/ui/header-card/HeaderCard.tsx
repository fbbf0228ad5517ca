import type { OpenedMap } from "../../engine/engine.ts";
import { Mark } from "../hallmark/Mark.tsx";
import classes from "./header-card.module.css";
import { diagnosisMark, headerFacts } from "./model.ts";

/** The header in words, and what a reader should know about this file. */
export function HeaderCard({ map }: { map: OpenedMap }) {
  return (
    <>
      <section className={classes.section}>
        <h2>Header</h2>
        <dl className={classes.facts}>
          {headerFacts(map).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={classes.section}>
        <h2>Diagnosis</h2>
        <ul className={classes.diagnosis}>
          {map.diagnosis.map((line) => (
            <li key={`${line.code} ${line.message}`}>
              <Mark state={diagnosisMark(line)} />
              <span>{line.message}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
