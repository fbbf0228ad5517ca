import { useEffect } from "react";
import type { Axis } from "../core/volume/grid.ts";
import type { Actions } from "./actions/actions.ts";
import { useActions, useAppStore } from "./app-context.tsx";
import { focusInvalidField } from "./parameters/invalid-field.ts";
import { toggleFullScreen } from "./stage/full-screen.ts";
import type { AppState } from "./store.ts";

/** The id of the list of keys, which buttons and `?` open. */
export const KEYS_PANEL = "keys";

const CHOICE = "mapassay-single-keys";

/** Whether single keys act; kept in the browser. */
export function readKeyChoice(): "on" | "off" {
  return localStorage.getItem(CHOICE) === "off" ? "off" : "on";
}

export function writeKeyChoice(choice: "on" | "off"): void {
  localStorage.setItem(CHOICE, choice);
}

type Command = (actions: Actions, state: AppState) => unknown;

const plane =
  (panes: AppState["view"]["panes"]): Command =>
  (actions) =>
    actions.setView({ panes });
const surfaceView =
  (view: 0 | 1 | 2): Command =>
  (actions) =>
    actions.setView({ surfaceView: view, surfacePose: "report" });
const scaleLevel =
  (factor: number): Command =>
  (actions, { parameters, run }) => {
    if (run.state === "running") return;
    actions.setParameters({ contourLevel: parameters.contourLevel * factor, contourSource: "user" });
  };

const COMMANDS: Readonly<Record<string, Command>> = {
  r: (actions) => actions.run(),
  v: (actions, { reading }) => actions.setReading(reading === "corrected" ? "vrs" : "corrected"),
  x: plane("x" satisfies Axis),
  y: plane("y" satisfies Axis),
  z: plane("z" satisfies Axis),
  d: plane("surface"),
  a: plane("all"),
  "1": surfaceView(0),
  "2": surfaceView(1),
  "3": surfaceView(2),
  m: (actions) => actions.goToSlices("largestVariance"),
  c: (actions) => actions.goToSlices("centre"),
  "[": scaleLevel(1 / 1.01),
  "]": scaleLevel(1.01),
  o: (actions, { view }) => actions.setView({ overlays: view.overlays === "shown" ? "hidden" : "shown" }),
  f: () => toggleFullScreen(),
  e: (actions) => actions.downloadReport("pdf"),
  ArrowUp: (actions, { run }) => run.state === "done" && actions.stepCheck(-1),
  ArrowDown: (actions, { run }) => run.state === "done" && actions.stepCheck(1),
};

/** What a key does to the page as it is; `null` for keys that mean nothing here. */
export function commandFor(key: string, state: AppState): Command | null {
  if (state.work === "compare") return key === "Escape" ? () => state.comparison?.cancel() : null;
  if (key === "Escape") return commandForEscape(state);
  if (!state.map) return null;
  return COMMANDS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

function commandForEscape(state: AppState): Command | null {
  if (state.run.state === "running") return (actions) => actions.cancelRun();
  if (state.opening) return (actions) => actions.cancelOpening();
  if (state.openCheck) return (actions) => actions.openCheck(null);
  return null;
}

/** Listens for keys on the whole page; keys typed into fields stay theirs. */
export function useKeys(): void {
  const actions = useActions();
  const store = useAppStore();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || ownsKeys(event.target)) return;
      if (event.key !== "Escape" && readKeyChoice() === "off") return;
      if (document.querySelector(":popover-open") && event.key !== "?") return;
      if (event.key === "?") return void document.getElementById(KEYS_PANEL)?.togglePopover();
      const state = store.getState();
      const command = commandFor(event.key, state);
      if (!command) return;
      event.preventDefault();
      if (command === COMMANDS.r && focusInvalidField()) return;
      command(actions, state);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [actions, store]);
}

function ownsKeys(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=checkbox]), textarea, select, [role=slider]") !== null
  );
}
