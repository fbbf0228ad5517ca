import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";
import type { Engine } from "../engine/engine.ts";
import { type Actions, createActions } from "./actions/actions.ts";
import { createRecents, type Recents } from "./recent/recents.ts";
import { type AppState, type AppStore, createAppStore } from "./store.ts";

/** One page's engine, state and actions, made once, outside React. */
export interface App {
  readonly engine: Engine;
  readonly store: AppStore;
  readonly actions: Actions;
  readonly recents: Recents;
}

export function createApp(engine: Engine, recents = createRecents(globalThis.indexedDB)): App {
  const store = createAppStore(engine.environment);
  return { engine, store, recents, actions: createActions(engine, store, recents) };
}

const AppContext = createContext<App | null>(null);

export function AppProvider({ app, children }: { app: App; children: ReactNode }) {
  return <AppContext value={app}>{children}</AppContext>;
}

/** A part of the page's state; the component renders again when that part changes. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select);
}

export function useActions(): Actions {
  return useApp().actions;
}

export function useRecents(): Recents {
  return useApp().recents;
}

export function useEngine(): Engine {
  return useApp().engine;
}

function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("AppProvider is missing above this component.");
  return app;
}

/** The store itself, for listeners that must not render. */
export function useAppStore(): AppStore {
  return useApp().store;
}
