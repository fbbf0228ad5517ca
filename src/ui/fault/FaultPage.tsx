import { Button } from "@mantine/core";
import { useActions } from "../app-context.tsx";
import type { Fault } from "../messages.ts";
import { ChooseButtons } from "../start/ChooseButtons.tsx";
import { BinButton } from "./BinButton.tsx";
import { FaultWords } from "./FaultWords.tsx";
import classes from "./fault.module.css";

/** The page when a map cannot be opened and no other is open. */
export function FaultPage({ fault }: { fault: Fault }) {
  const { dismissFault } = useActions();
  return (
    <main className={classes.page} aria-live="polite">
      <section>
        <FaultWords fault={fault} heading="Could not be read" />
        <div className={classes.actions}>
          <ChooseButtons chooseLabel="Choose another file" />
          <BinButton faultCode={fault.code} />
          <Button variant="transparent" size="lg" onClick={dismissFault}>
            Back to the start
          </Button>
        </div>
      </section>
    </main>
  );
}
