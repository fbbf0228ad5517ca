import { MapError } from "../../core/errors.ts";
import { runSelfTest, type SelfTestResult } from "../../engine/self-test.ts";
import { VERSION } from "../../report/version.ts";
import { faultOf } from "../messages.ts";
import type { AppStore, SelfTestState } from "../store.ts";
import { selfTestWords } from "./words.ts";

const KEPT = "mapassay-self-test";

/** Runs the self-test unless this version has passed it in this browser; then what it found is shown again. */
export async function selfTestOnce(store: AppStore): Promise<void> {
  const kept = passedBefore();
  if (kept) store.setState({ selfTest: kept });
  else await selfTestNow(store);
}

/** Runs the self-test. A failure is told at once, and on every visit: no number of such a browser is to be trusted. */
export async function selfTestNow(store: AppStore, run: () => Promise<SelfTestResult> = runSelfTest): Promise<void> {
  store.setState({ selfTest: { state: "running", words: "The self-test is running." } });
  try {
    const result = await run();
    const selfTest = { state: result.verdict, words: selfTestWords(result) };
    store.setState({ selfTest, announcement: selfTest.words });
    if (result.verdict === "passed") keep(selfTest);
    else tell(store, new MapError("job.failed", `${selfTest.words} Use another browser, or the command line.`));
  } catch (error) {
    const { sentence } = faultOf(error);
    store.setState({ selfTest: { state: "failed", words: `The self-test could not be run: ${sentence}` } });
  }
}

function tell(store: AppStore, error: MapError): void {
  localStorage.removeItem(KEPT);
  store.setState({ fault: faultOf(error) });
}

function keep(selfTest: SelfTestState): void {
  localStorage.setItem(KEPT, JSON.stringify({ version: VERSION, words: selfTest.words }));
}

function passedBefore(): SelfTestState | null {
  try {
    const { version, words } = JSON.parse(localStorage.getItem(KEPT) ?? "{}") as Record<string, unknown>;
    return version === VERSION && typeof words === "string" ? { state: "passed", words } : null;
  } catch {
    return null;
  }
}
