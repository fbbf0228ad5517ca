import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import type { CheckResult, Reading } from "../../checks/check.ts";
import { checkDetail, checkTitle, verdictWords } from "../../report/findings.ts";
import { measured } from "../../report/measured.ts";
import { mapHistogramPlot } from "../../report/plots/map-histogram.ts";
import { asSentence, startSentence } from "../../report/text/words.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { Mark } from "../hallmark/Mark.tsx";
import { QUESTIONS } from "../questions.ts";
import type { Parameters } from "../state/parameters.ts";
import classes from "./check-page.module.css";
import { checkContent } from "./content/check-content.ts";
import { MapValuesPlot, MarkablePlot } from "./MarkablePlot.tsx";
import { MirroredMap } from "./MirroredMap.tsx";
import { Numbers } from "./Numbers.tsx";

/** One check in full: what was found, why it matters, the numbers of the open reading, the criterion. */
export function CheckPage({ result, parameters }: { result: CheckResult; parameters: Parameters }) {
  const reading = useAppState((state) => state.reading);
  const page = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another check starts at its top
  useEffect(() => {
    page.current?.scrollTo({ top: 0 });
  }, [result.key]);
  const content = useMemo(() => checkContent({ result, reading, parameters }), [result, reading, parameters]);
  const map = useAppState((state) => state.map);
  const values = useMemo(
    () => (result.key === "mask" && map ? mapHistogramPlot(map.histogram, parameters.contourLevel) : null),
    [result.key, map, parameters.contourLevel],
  );
  const others = useMemo(() => {
    const other = reading === "corrected" ? "vrs" : "corrected";
    return checkContent({ result, reading: other, parameters })?.tables ?? [];
  }, [result, reading, parameters]);
  const hand = measured(result, "hand");
  return (
    <article className={classes.page} ref={page} aria-label={checkTitle(result.key)}>
      <CheckHead result={result} reading={reading} />
      <p className="two">{content?.explanation ?? QUESTIONS[result.key]}</p>
      <Warnings result={result} reading={reading} />
      {hand && <MirroredMap outcome={hand.evidence.outcome} />}
      {content?.plot && <MarkablePlot result={result} reading={reading} spec={content.plot} />}
      {values && <MapValuesPlot spec={values} />}
      {content?.tables.map((table) => (
        <Numbers key={table.title} table={table} reading={reading} others={others} />
      ))}
      {content && (
        <div className={classes.notes}>
          <section>
            <h3>Criterion</h3>
            <p className="two">{content.criterion}</p>
          </section>
          {content.difference && (
            <section>
              <h3>Why the readings differ</h3>
              <p className="two">{content.difference}</p>
            </section>
          )}
        </div>
      )}
    </article>
  );
}

function CheckHead({ result, reading }: { result: CheckResult; reading: Reading }) {
  const { openCheck } = useActions();
  return (
    <>
      <div className={classes.head}>
        <Mark state={result.status[reading]} />
        <h2>
          <i>{result.id}</i> {checkTitle(result.key)}
        </h2>
        <span className={classes.verdict} data-state={result.status[reading]}>
          {verdictWords(result, reading)}
        </span>
        <Button className="push" variant="transparent" onClick={() => openCheck(null)}>
          Close
        </Button>
      </div>
      <p className="finding">{startSentence(checkDetail(result, reading)).replace(/\.$/, "")}</p>
    </>
  );
}

function Warnings({ result, reading }: { result: CheckResult; reading: Reading }) {
  const warnings = result.warnings[reading];
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.warnings}>
      {warnings.map(({ code, message }) => (
        <li key={code}>{asSentence(message)}</li>
      ))}
    </ul>
  );
}
