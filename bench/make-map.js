/**
 * Synthetic maps, the same on every machine: a chain that wanders inside a ball, blurred, and smooth noise a tenth as strong.
 *
 * usage: node bench/make-map.js N OUT.mrc      N³ voxels of 1 Å; prints the contour level
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { encodeMap } from "../scripts/example/encode-map.js";

const LABEL = "MapAssay benchmark: wandering chain in noise";
const STEP = 1.5;
const NOISE = 0.1;
/** The level encloses this share of the box. */
const ENCLOSED = 0.04;
/** One link in each such volume of the box, Å³. */
const VOLUME_PER_LINK = 900;

/** Writes n³ voxels of 1 Å. @returns the contour level */
export function makeMap(n, path) {
  const random = uniform(1);
  const voxels = new Float32Array(n ** 3);
  layChain(voxels, n, random);
  for (let pass = 0; pass < 3; pass++) blur(voxels, n);
  addNoise(voxels, n, random);
  writeFileSync(path, encodeMap(voxels, { box: n, voxelSize: 1, label: LABEL }));
  return levelEnclosing(voxels, ENCLOSED);
}

/** Numbers from 0 to 1 of a 32-bit linear congruence (Numerical Recipes). */
function uniform(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function layChain(voxels, n, random) {
  const radius = 0.3 * n;
  let place = [0, 0, 0];
  for (let link = Math.floor(n ** 3 / VOLUME_PER_LINK); link > 0; link--) {
    const step = direction(random);
    const next = place.map((value, k) => value + STEP * step[k]);
    const inside = length(next) <= radius;
    place = inside ? next : place.map((value) => value * (1 - STEP / length(place)));
    const [x, y, z] = place.map((value) => Math.floor(value + n / 2));
    voxels[(z * n + y) * n + x] += 1;
  }
}

/** A random direction: a point of the unit ball, drawn until it is inside, brought to length 1. */
function direction(random) {
  for (;;) {
    const point = [0, 0, 0].map(() => 2 * random() - 1);
    const size = length(point);
    if (size > 0.1 && size <= 1) return point.map((value) => value / size);
  }
}

const length = ([x, y, z]) => Math.sqrt(x * x + y * y + z * z);

/** Weights ¼ ½ ¼ along each axis, around the box. */
function blur(voxels, n) {
  for (const stride of [1, n, n * n]) {
    for (let block = 0; block < voxels.length; block += n * stride) {
      for (let start = block; start < block + stride; start++) blurLine(voxels, { start, stride, n });
    }
  }
}

function blurLine(voxels, { start, stride, n }) {
  const first = voxels[start];
  let before = voxels[start + (n - 1) * stride];
  for (let i = 0; i < n; i++) {
    const at = start + i * stride;
    const here = voxels[at];
    const after = i < n - 1 ? voxels[at + stride] : first;
    voxels[at] = (before + 2 * here + after) / 4;
    before = here;
  }
}

function addNoise(voxels, n, random) {
  const noise = new Float32Array(voxels.length);
  for (let i = 0; i < noise.length; i++) noise[i] = random() - 0.5;
  blur(noise, n);
  const scale = (NOISE * deviation(voxels)) / deviation(noise);
  for (let i = 0; i < voxels.length; i++) voxels[i] += scale * noise[i];
}

function deviation(values) {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return Math.sqrt(squares / values.length - (sum / values.length) ** 2);
}

/** From every 17th voxel; three significant digits. */
function levelEnclosing(voxels, share) {
  const sample = new Float32Array(Math.floor(voxels.length / 17));
  for (let i = 0; i < sample.length; i++) sample[i] = voxels[17 * i];
  sample.sort();
  return Number(sample[Math.floor((1 - share) * sample.length)].toPrecision(3));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [side, path] = process.argv.slice(2);
  console.log(makeMap(Number(side), path));
}
