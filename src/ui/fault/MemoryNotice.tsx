import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import { useAppState } from "../app-context.tsx";
import { BinButton } from "./BinButton.tsx";
import classes from "./fault.module.css";

/** For a page without shared memory: slower, and no number differs. */
export function MemoryNotice() {
  const [closed, setClosed] = useState(false);
  const isolation = useAppState((state) => state.site.isolation);
  const map = useAppState((state) => state.map);
  if (closed) return null;
  return (
    <Alert
      className={classes.notice}
      data-kind="info"
      title="This browser limits MapAssay; every number stays the same."
      withCloseButton
      closeButtonLabel="Close this notice"
      onClose={() => setClosed(true)}
    >
      The page is not isolated from other sites: one thread and no shared memory, so checks take longer and very large
      maps may not fit.{" "}
      {isolation === "afterReload" ? (
        <Button variant="transparent" onClick={() => location.reload()}>
          Load the page again to lift this; it closes the open map
        </Button>
      ) : (
        <>
          The server that MapAssay starts itself (<code>mapassay serve</code>) sends the headers that lift this.
        </>
      )}{" "}
      {map && <BinButton />}
    </Alert>
  );
}
