import type { CheckKey } from "../../checks/check.ts";
import type { AppState } from "../store.ts";
import type { View } from "./view.ts";

/** What the surface shows of a check while it is open. */
const COLOURS: Partial<Record<CheckKey, View["surfaceColours"]>> = {
  mask: "pieces",
  localResolution: "localResolution",
  localBFactor: "localBFactor",
  localOccupancy: "localOccupancy",
};

/** An open check colours the surface with what it is about, until another is opened, it is closed, or a visitor chooses. */
export function withOpenCheck(
  { openCheck: before, view }: AppState,
  openCheck: CheckKey | null,
): Pick<AppState, "openCheck" | "view"> {
  const own = openCheck && COLOURS[openCheck];
  const isOfBefore = before !== null && view.surfaceColours === COLOURS[before];
  const surfaceColours = own ?? (isOfBefore ? "plain" : view.surfaceColours);
  return { openCheck, view: { ...view, surfaceColours } };
}
