import { Alert } from "@mantine/core";
import { useActions } from "../app-context.tsx";
import { type Fault, faultDetails } from "../messages.ts";
import { BinButton } from "./BinButton.tsx";
import classes from "./fault.module.css";

/** A fault while a map is open: everything already there stays. */
export function FaultNotice({ fault }: { fault: Fault }) {
  const { dismissFault } = useActions();
  return (
    <Alert
      className={classes.notice}
      data-kind="failed"
      title={fault.title}
      withCloseButton
      closeButtonLabel="Close this notice"
      onClose={dismissFault}
    >
      {fault.sentence} {fault.help[0]} <span className="code quiet">{faultDetails(fault)}</span>{" "}
      <BinButton faultCode={fault.code} />
    </Alert>
  );
}
