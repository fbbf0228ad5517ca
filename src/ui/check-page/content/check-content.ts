import { measured } from "../../../report/measured.ts";
import { bFactorContent } from "./b-factor.ts";
import { backgroundContent } from "./background.ts";
import type { CheckContent, ContentRequest } from "./content.ts";
import { handContent } from "./hand.ts";
import { localBFactorContent } from "./local-b-factor.ts";
import { localOccupancyContent } from "./local-occupancy.ts";
import { localResolutionContent } from "./local-resolution.ts";
import { maskContent } from "./mask.ts";
import { massContent } from "./mass.ts";

/** The content of a check's page, or `null` where nothing was measured. */
export function checkContent({ result, reading, parameters }: ContentRequest): CheckContent | null {
  const mass = measured(result, "mass");
  if (mass) return massContent(mass, reading);
  const mask = measured(result, "mask");
  if (mask) return maskContent(mask, { reading, parameters });
  const background = measured(result, "background");
  if (background) return backgroundContent(background, reading);
  const bFactor = measured(result, "bFactor");
  if (bFactor) return bFactorContent(bFactor, { reading, parameters });
  const localResolution = measured(result, "localResolution");
  if (localResolution) return localResolutionContent(localResolution, { reading, parameters });
  const localBFactor = measured(result, "localBFactor");
  if (localBFactor) return localBFactorContent(localBFactor, reading);
  const localOccupancy = measured(result, "localOccupancy");
  if (localOccupancy) return localOccupancyContent(localOccupancy, reading);
  const hand = measured(result, "hand");
  if (hand) return handContent(hand, reading);
  return null;
}
