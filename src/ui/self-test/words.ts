import { formatCount, formatLevel } from "../../core/format/numbers.ts";
import type { SelfTestResult } from "../../engine/self-test.ts";
import { VERSION } from "../../report/version.ts";

/** The result of the self-test as sentences with its numbers. */
export function selfTestWords({ verdict, transform, components, sums }: SelfTestResult): string {
  const finding =
    verdict === "passed"
      ? `This browser computes as it should (MapAssay ${VERSION}).`
      : `This browser does not compute as it should (MapAssay ${VERSION}).`;
  const { forward, roundTrip } = transform;
  return [
    finding,
    `On 32 × 32 × 32 voxels, the Fourier transform differs from another program’s by ${formatLevel(forward)} and comes back to ${formatLevel(roundTrip)};`,
    `${formatCount(components.equal)} of ${formatCount(components.flood)} components have the size that a flood fill finds;`,
    `sums differ from plain ones by ${formatLevel(sums)}.`,
  ].join(" ");
}
