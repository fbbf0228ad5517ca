import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useActions, useAppState } from "../app-context.tsx";
import { Icon } from "../icons.tsx";
import { KEYS_PANEL } from "../keys.ts";
import classes from "./bar.module.css";
import { KeysPanel } from "./KeysPanel.tsx";

/** The first row of the page: name, the promise, light or dark, keys. */
export function Bar() {
  const { openReferee, compare, leaveComparison } = useActions();
  const work = useAppState((state) => state.work);
  return (
    <header className={classes.bar}>
      <h1 className={classes.logo}>
        <Logo />
        MapAssay
      </h1>
      {work === "map" ? (
        <Button variant="default" onClick={compare}>
          Compare<span className={classes.spare}>&nbsp;maps</span>
        </Button>
      ) : (
        <Button variant="default" onClick={leaveComparison}>
          Back<span className={classes.spare}>&nbsp;to one map</span>
        </Button>
      )}
      <Button variant="default" onClick={openReferee}>
        Verify<span className={classes.spare}>&nbsp;a report</span>
      </Button>
      <span className={classes.promise}>
        <Icon shape="lock" />
        <span>
          Nothing leaves<span className={classes.spare}> this tab</span>
        </span>
      </span>
      <span className={classes.icons}>
        <SchemeToggle />
        <ActionIcon aria-label="Keys and help" popoverTarget={KEYS_PANEL}>
          <Icon shape="help" />
        </ActionIcon>
      </span>
      <KeysPanel />
    </header>
  );
}

function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const other = shown === "light" ? "dark" : "light";
  return (
    <ActionIcon aria-label={`Use the ${other} colours`} onClick={() => setColorScheme(other)}>
      <Icon shape="theme" />
    </ActionIcon>
  );
}

function Logo() {
  return (
    <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
      <path d="M6.6 1h8.8L21 6.6v8.8L15.4 21H6.6L1 15.4V6.6Z" fill="var(--button)" />
      <g fill="none" stroke="var(--on-button)" strokeWidth="1.25">
        <path d="M5 11.4c0-3.6 2.5-6.2 6-6.2 3.7 0 6.1 2.2 6 5.6-.1 3.9-2.3 6.1-5.7 6-3.9 0-6.3-2-6.3-5.4Z" />
        <path d="M7.9 11.3c0-2 1.3-3.4 3.3-3.3 1.9 0 3 1.2 2.9 3-.1 2-1.3 3.1-3.1 3.1-1.9 0-3.1-1.1-3.1-2.8Z" />
      </g>
      <circle cx="11" cy="11" r="1" fill="var(--on-button)" />
    </svg>
  );
}
