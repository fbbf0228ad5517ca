import { planEqualiser, radialAmplitude } from "../../src/core/hand/equalisation.ts";
import { measureHand } from "../../src/core/hand/hand.ts";
import { type HandGrid, mapPosition, planHandGrid, searchBox, searchSpacing } from "../../src/core/hand/hand-grid.ts";
import { readHelices } from "../../src/core/hand/read-helices.ts";
import { HAND_WEIGHTS } from "../../src/core/hand/weights.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import type { MapHandle } from "../handles.ts";
import type { Job, JobContext } from "../job.ts";
import { spectrumOfCut } from "../phases/hand-cut.ts";
import { measureDistances } from "../phases/hand-distances.ts";
import { confine, deviationInside, softenMap, storeVolume, valueOfRank } from "../phases/hand-envelope.ts";
import { findRidges, measureCandidates, type PreparedMap } from "../phases/hand-helices.ts";
import { findMolecule, type MoleculeRegion } from "../phases/hand-region.ts";
import { blurSpectrum, equaliseSpectrum, placeSpectrum, radialPower } from "../phases/hand-spectrum.ts";
import type { PlainVolume } from "../phases/plain-volume.ts";
import { forward, inverse, prepareTransform, type SharedTransform } from "../phases/transform.ts";

/** Å, standard deviations of Gaussians: the envelope of the molecule, and the map in which ridges are looked for. */
const ENVELOPE_BLUR = 2;
const RIDGE_BLUR = 2.6;

/**
 * The hand of the helices: the map is cut about the molecule, brought to voxels of 1 Å and to a fixed radial amplitude; every
 * ridge is followed to the axis of a helix, and the cylinder about it compared with its mirror image. `null` where no voxel reaches the level.
 */
export const hand: Job<"hand"> = ({ map, level, resolution }, context) => {
  const molecule = context.arena.scope(() => findMolecule(context, map, level));
  if (!molecule) return null;
  const grid = planHandGrid(map.grid, molecule.extent);
  const facts = { map, molecule, grid, resolution };
  const { prepared, distances } = prepare(context, facts);
  context.progress(0.6);
  const voxels = findRidges(context, prepared, distances);
  context.progress(0.7);
  const found = measureCandidates(context, prepared, { voxels, resolution });
  const candidates = readHelices(HAND_WEIGHTS, found, resolution);
  const measured = measureHand(candidates, HAND_WEIGHTS, (centre) => mapPosition(grid, centre, map.grid.voxelSize));
  return { ...measured, searchedShare: molecule.share };
};

interface Facts {
  readonly map: MapHandle;
  readonly molecule: MoleculeRegion;
  readonly grid: HandGrid;
  readonly resolution: number;
}

/** One spectrum at a time beside the volumes; the blurred map is transformed anew, which costs less than room for a second. */
function prepare(context: JobContext, facts: Facts): { prepared: PreparedMap; distances: PlainVolume } {
  const { arena } = context;
  const { grid, resolution } = facts;
  const [box, spacing] = [searchBox(grid), searchSpacing(grid)];
  const plain = (): PlainVolume => ({ box, address: arena.allocate(4 * voxelCount(box)) });
  const distances = plain();
  const target = prepareTransform(context, box);
  arena.scope(() => loadSoftened(context, facts, { target, distances }));
  context.progress(0.4);
  forward(context, target);
  const { sums, counts } = radialPower(context, target, spacing);
  const limits = { resolution, nyquist: grid.nyquist };
  const equaliser = planEqualiser(radialAmplitude(sums, counts), HAND_WEIGHTS.referenceAmplitude, limits);
  equaliseSpectrum(context, target, { equaliser, spacing });
  inverse(context, target);
  const scale = 1 / Math.max(deviationInside(context, target, distances), Number.MIN_VALUE);
  const [density, smooth] = [plain(), plain()];
  storeVolume(context, target, { target: density, scale });
  forward(context, target);
  blurSpectrum(context, target, { spacing, sigma: RIDGE_BLUR });
  inverse(context, target);
  storeVolume(context, target, { target: smooth, scale });
  return { prepared: { density, smooth, spacing }, distances };
}

/**
 * The map on the search grid, faded out around the molecule. The envelope is that of the blurred map with the same volume as
 * the voxels above the level: noise above the level makes no envelope, and a broken contour no gaps.
 */
function loadSoftened(
  context: JobContext,
  { map, molecule, grid }: Facts,
  { target, distances }: { target: SharedTransform; distances: PlainVolume },
): void {
  const [box, spacing] = [searchBox(grid), searchSpacing(grid)];
  const cut = spectrumOfCut(context, map, { grid, background: molecule.meanBelow });
  placeSpectrum(context, cut, { target, grid, sigma: ENVELOPE_BLUR });
  inverse(context, target);
  storeVolume(context, target, { target: distances, scale: 1 });
  if (molecule.share < 1) confine(context, distances, grid);
  const enclosed = molecule.voxels * volumeOf(map.grid.voxelSize);
  const rank = Math.floor(enclosed / volumeOf(spacing) + 0.5);
  const level = valueOfRank(context, distances, Math.max(1, Math.min(rank, Math.floor(voxelCount(box) / 2))));
  measureDistances(context, distances, { level, spacing });
  placeSpectrum(context, cut, { target, grid, sigma: 0 });
  inverse(context, target);
  softenMap(context, target, distances);
}

function volumeOf([x, y, z]: readonly [number, number, number]): number {
  return x * y * z;
}
