/**
 * How many of a table's lines stay on a page with `room` points left for them, so that neither part has fewer than
 * `fewest`; 0 where the table had better move as a whole.
 */
export function linesHere(heights: readonly number[], { room, fewest }: { room: number; fewest: number }): number {
  let count = 0;
  for (let used = heights[0] ?? 0; count < heights.length && used <= room; used += heights[count] ?? 0) count++;
  const here = Math.min(count, heights.length - fewest);
  return here >= fewest ? here : 0;
}
