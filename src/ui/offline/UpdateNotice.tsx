import { Alert, Button } from "@mantine/core";
import { useActions, useAppState } from "../app-context.tsx";
import classes from "../fault/fault.module.css";

/** Offers a newer version of the page; it never loads by itself. */
export function UpdateNotice() {
  const update = useAppState((state) => state.site.update);
  const work = useAppState(({ map, comparison }) => map ?? comparison);
  const { loadUpdate, dismissUpdate } = useActions();
  return (
    <Alert
      className={classes.notice}
      data-kind="info"
      title="A new version of MapAssay is ready."
      withCloseButton
      closeButtonLabel="Keep this version for now"
      onClose={dismissUpdate}
    >
      {update === "otherTabs"
        ? "MapAssay is open in another tab, which still needs this version. Close that tab, then load the new one. "
        : work && "Loading it closes the open maps; results of single maps stay under Recent results. "}
      <Button variant="transparent" onClick={loadUpdate}>
        Load it
      </Button>
    </Alert>
  );
}
