import { Popover } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { READINGS, type Reading } from "../../checks/check.ts";
import { REFERENCES } from "../../report/text/references.ts";
import { useAppState } from "../app-context.tsx";
import classes from "./explanation.module.css";
import { explainNumber, type NumberKey } from "./explanations/explanations.ts";
import { inReading, type NumberWords } from "./explanations/number-words.ts";

/** What a number is in each reading, as its table prints it; a reading that does not have it is left out. */
export type Figures = Partial<Readonly<Record<Reading, string>>>;

interface ExplainedProps {
  readonly number: NumberKey;
  /** What the button is called: which number it is, and the number. */
  readonly label: string;
  readonly figures: Figures;
  readonly children: ReactNode;
}

/** A number, or the head of a column, that opens its own definition. */
export function Explained({ number, label, figures, children }: ExplainedProps) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={380}
      position="bottom-end"
      closeOnEscape={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button type="button" className={classes.number} aria-label={label} onClick={() => setOpened(!opened)}>
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.words}
        aria-label={explainNumber(number).name}
        onKeyDownCapture={(event) => {
          if (event.key !== "Escape") return;
          // The key is spent here: the page below must not close its check as well.
          event.preventDefault();
          event.stopPropagation();
          close();
        }}
      >
        <Words words={explainNumber(number)} figures={figures} />
      </Popover.Dropdown>
    </Popover>
  );
}

const NAMES: Readonly<Record<Reading, string>> = { corrected: "Corrected", vrs: "VRS" };

function Words({ words, figures }: { words: NumberWords; figures: Figures }) {
  const reading = useAppState((state) => state.reading);
  const source = REFERENCES.find(({ name }) => name === words.source);
  return (
    <>
      <h3>{words.name}</h3>
      <p>{words.definition}</p>
      <dl>
        {READINGS.map((one) => figures[one] && <Row key={one} name={NAMES[one]} value={<b>{figures[one]}</b>} />)}
        <Row name="Formula" value={inReading(words.formula, reading)} />
        {words.criterion && <Row name="Criterion" value={inReading(words.criterion, reading)} />}
        <Row name="In VRS" value={words.vrs} />
        {source && <Row name="Source" value={<SourceLink text={source.text} doi={source.doi} />} />}
      </dl>
    </>
  );
}

function Row({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** First author and year; the link leaves the page only when it is followed. */
function SourceLink({ text, doi }: { text: string; doi: string }) {
  const author = text.split(" ")[0];
  const year = text.match(/\((\d{4})\)/)?.[1] ?? "";
  return (
    <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer" title={text}>
      {author} et al. {year}
    </a>
  );
}
