import type { Job } from "../job.ts";
import type { JobName } from "../protocol.ts";
import { bFactor } from "./b-factor.ts";
import { background } from "./background.ts";
import { bin } from "./bin.ts";
import { components } from "./components.ts";
import { copyMeasured } from "./copy-measured.ts";
import { drawSurface } from "./draw-surface.ts";
import { extractSurface } from "./extract-surface.ts";
import { hand } from "./hand.ts";
import { localBFactor } from "./local-b-factor.ts";
import { localOccupancy } from "./local-occupancy.ts";
import { localResolution } from "./local-resolution.ts";
import { localSurfacePictures } from "./local-surface-pictures.ts";
import { markVoxels } from "./mark-voxels.ts";
import { overlaySlice } from "./overlay-slice.ts";
import { plan } from "./plan.ts";
import { readMap } from "./read-map.ts";
import { release } from "./release.ts";
import { renderHtml } from "./render-html.ts";
import { renderPdf } from "./render-pdf.ts";
import { resize } from "./resize.ts";
import { segment } from "./segment.ts";
import { slice } from "./slice.ts";
import { softenMask } from "./soften-mask.ts";
import { surfacePictures } from "./surface-pictures.ts";
import { survey } from "./survey.ts";
import { writeVolume } from "./write-volume.ts";

/** Every job by its name in the protocol. */
export const JOBS: { readonly [Name in JobName]: Job<Name> } = {
  readMap,
  plan,
  survey,
  segment,
  softenMask,
  background,
  bFactor,
  resize,
  localBFactor,
  localOccupancy,
  localResolution,
  hand,
  slice,
  components,
  overlaySlice,
  markVoxels,
  copyMeasured,
  writeVolume,
  drawSurface,
  surfacePictures,
  localSurfacePictures,
  bin,
  extractSurface,
  renderPdf,
  renderHtml,
  release,
};
