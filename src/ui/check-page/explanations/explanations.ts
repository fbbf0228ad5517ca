import { B_FACTOR_NUMBERS } from "./b-factor.ts";
import { BACKGROUND_NUMBERS } from "./background.ts";
import { HAND_NUMBERS } from "./hand.ts";
import { LOCAL_NUMBERS } from "./local.ts";
import { LOCAL_RESOLUTION_NUMBERS } from "./local-resolution.ts";
import { MASK_NUMBERS } from "./mask.ts";
import { MASS_NUMBERS } from "./mass.ts";
import type { NumberWords } from "./number-words.ts";

const NUMBERS = {
  ...MASS_NUMBERS,
  ...MASK_NUMBERS,
  ...BACKGROUND_NUMBERS,
  ...B_FACTOR_NUMBERS,
  ...LOCAL_RESOLUTION_NUMBERS,
  ...LOCAL_NUMBERS,
  ...HAND_NUMBERS,
};

/** A number that can be explained. */
export type NumberKey = keyof typeof NUMBERS;

export const NUMBER_KEYS = Object.keys(NUMBERS) as readonly NumberKey[];

/** The words about a number. */
export function explainNumber(key: NumberKey): NumberWords {
  return NUMBERS[key];
}
