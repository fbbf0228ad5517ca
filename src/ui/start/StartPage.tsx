import { Suspense } from "react";
import { CHECKS } from "../../checks/index.ts";
import { checkTitle } from "../../report/findings.ts";
import { useAppState } from "../app-context.tsx";
import { Mark } from "../hallmark/Mark.tsx";
import { Icon } from "../icons.tsx";
import { lazyPart } from "../lazy-part.ts";
import { QUESTIONS } from "../questions.ts";
import { ChooseButtons } from "./ChooseButtons.tsx";
import { OpeningPanel } from "./OpeningPanel.tsx";
import classes from "./start.module.css";

const RecentResults = lazyPart(() => import("../recent/RecentResults.tsx").then((part) => part.RecentResults));

/** The page before a map is open. */
export function StartPage() {
  const opening = useAppState((state) => state.opening);
  return (
    <>
      <main className={classes.start}>
        <section className={classes.drop} aria-label="Open a map">
          <StartContours />
          <div className={classes.words}>{opening ? <OpeningPanel opening={opening} /> : <Invitation />}</div>
        </section>
        <section className={classes.side}>
          <h2>The eight checks</h2>
          <ul className={classes.eight}>
            {CHECKS.map((check) => (
              <li key={check.key}>
                <Mark state="queued" check={check} label={check.id} />
                <span>
                  <b>{checkTitle(check.key)}</b>
                  <span className="small quiet">{QUESTIONS[check.key]}</span>
                </span>
              </li>
            ))}
          </ul>
          <Suspense fallback={null}>
            <RecentResults />
          </Suspense>
        </section>
      </main>
      <Foot />
    </>
  );
}

function Invitation() {
  return (
    <>
      <p className="findingLarge">Drop a density map. It stays on this machine.</p>
      <p className="two">
        MapAssay reads the map, diagnoses its header, measures it in eight checks and writes the report, all in this
        tab. No account, no upload, no server.
      </p>
      <ChooseButtons />
      <p className="small quiet">.map .mrc .ccp4 .rec, also as .gz, .bz2 or .zip. Several at once are compared.</p>
    </>
  );
}

/** Density around a slice of a real map, as outlines at five levels. */
function StartContours() {
  return (
    <svg className={classes.contours} viewBox="0 0 1000 1000" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((level) => (
        <use key={level} href={`./start-contours.svg#level-${level}`} data-level={level} />
      ))}
    </svg>
  );
}

function Foot() {
  const { memory, workers } = useAppState((state) => state.environment);
  const { offline, network } = useAppState((state) => state.site);
  return (
    <footer className={classes.foot}>
      <Icon shape="lock" />
      <span>The page’s security policy blocks every request to other hosts.</span>
      {offline === "kept" && (
        <span className={classes.kept}>
          {network === "online" ? "Ready offline" : "Offline: nothing here needs a network"}
        </span>
      )}
      <span className={classes.threads}>
        {memory === "shared" ? "Isolated" : "Not isolated"} · {workers === 1 ? "1 thread" : `${workers} threads`}
      </span>
    </footer>
  );
}
