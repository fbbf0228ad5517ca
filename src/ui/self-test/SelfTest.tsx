import { Button } from "@mantine/core";
import { useAppState, useAppStore } from "../app-context.tsx";
import { selfTestNow } from "./run-self-test.ts";
import classes from "./self-test.module.css";

/** What the self-test found, and a button that runs it again. */
export function SelfTest() {
  const store = useAppStore();
  const selfTest = useAppState((state) => state.selfTest);
  return (
    <section className={classes.selfTest} aria-label="Self-test" data-state={selfTest?.state}>
      <h2>Self-test</h2>
      <p className="small two">{selfTest?.words ?? "It has not been run yet in this version."}</p>
      <Button variant="default" loading={selfTest?.state === "running"} onClick={() => void selfTestNow(store)}>
        Test this browser
      </Button>
    </section>
  );
}
