import { EMDB_ORIGIN } from "../../site/look-up.ts";

/** What an entry of EMDB says of its map; `null` where it does not. */
export interface EmdbEntry {
  readonly emdbId: string;
  readonly title: string | null;
  /** 2012-05-31. */
  readonly depositionDate: string | null;
  /** Of the first contour of the list, which VRS takes. */
  readonly contourLevel: number | null;
  /** Å. */
  readonly resolution: number | null;
}

/** An entry, or in a sentence why there is none. */
export type EmdbAnswer = { readonly entry: EmdbEntry } | { readonly problem: string };

const BY_HAND = "Type what is known of the map instead.";

/** "EMD-1997" for "1997", "emd_1997" and the like; `null` for what is no id. */
export function emdbIdOf(text: string): string | null {
  const digits = /^(?:emd[-_ ]?)?(\d{4,6})$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : `EMD-${digits}`;
}

/**
 * Asks EMDB for an entry: one request, which holds the id and nothing else.
 * @param ask `fetch`, or a stand-in for it
 */
export async function lookUpEntry(emdbId: string, ask: typeof fetch = fetch): Promise<EmdbAnswer> {
  const address = `${EMDB_ORIGIN}/emdb/api/entry/${emdbId}`;
  let response: Response;
  try {
    response = await ask(address, { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
  } catch {
    return { problem: `EMDB could not be reached: there is no connection, or it was refused. ${BY_HAND}` };
  }
  if (response.status === 404) return { problem: `EMDB has no entry ${emdbId}. ${BY_HAND}` };
  if (!response.ok) return { problem: `EMDB answered with status ${response.status}. ${BY_HAND}` };
  try {
    return { entry: { emdbId, ...readEntry(await response.json()) } };
  } catch {
    return { problem: `EMDB’s answer could not be read. ${BY_HAND}` };
  }
}

/** The fields of EMDB's schema 3 that a report has a place for. */
function readEntry(json: unknown): Omit<EmdbEntry, "emdbId"> {
  const method = at(json, "structure_determination_list", "structure_determination", 0, "image_processing", 0);
  return {
    title: text(at(json, "admin", "title")),
    depositionDate: /^\d{4}-\d{2}-\d{2}/.exec(text(at(json, "admin", "key_dates", "deposition")) ?? "")?.[0] ?? null,
    contourLevel: number(at(json, "map", "contour_list", "contour", 0, "level")),
    resolution: positive(at(method, "final_reconstruction", "resolution", "valueOf_")),
  };
}

function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, key) => {
    return typeof found === "object" && found !== null ? (found as Record<string, unknown>)[key] : undefined;
  }, value);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** EMDB writes numbers as numbers here and as text there. */
function number(value: unknown): number | null {
  const found = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof found === "number" && Number.isFinite(found) ? found : null;
}

function positive(value: unknown): number | null {
  const found = number(value);
  return found !== null && found > 0 ? found : null;
}
