/** Whether the page may ask EMDB about an entry. */
export type LookUp = "off" | "emdb";

/** EMDB's entries as JSON, by their id: REST API of EMDB, https://www.ebi.ac.uk/emdb/api. */
export const EMDB_ORIGIN = "https://www.ebi.ac.uk";

/** What was chosen by `VITE_EMDB_LOOKUP=on` when the page was built; off unless chosen. */
export const LOOK_UP: LookUp =
  (import.meta as { env?: Readonly<Record<string, unknown>> }).env?.VITE_EMDB_LOOKUP === "on" ? "emdb" : "off";
