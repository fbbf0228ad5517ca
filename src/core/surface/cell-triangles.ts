/**
 * The cases of marching cubes (Lorensen & Cline, SIGGRAPH 1987), derived here instead of listed. Corner c of a cell is at
 * (c & 1, c >> 1 & 1, c >> 2); edge 4·axis + k runs along the axis from the k-th corner whose coordinate there is 0.
 */
export interface CellEdge {
  readonly axis: 0 | 1 | 2;
  /** The corner it starts from; it ends at `corner | 1 << axis`. */
  readonly corner: number;
}

const AXIS_NUMBERS = [0, 1, 2] as const;

/** The twelve edges of a cell. */
export const CELL_EDGES: readonly CellEdge[] = AXIS_NUMBERS.flatMap((axis) =>
  [0, 1, 2, 3, 4, 5, 6, 7].filter((corner) => ((corner >> axis) & 1) === 0).map((corner) => ({ axis, corner })),
);

/** Corners of each face, counter-clockwise seen from outside the cell. */
const FACES = AXIS_NUMBERS.flatMap((axis) => {
  const [u, v] = [1 << ((axis + 1) % 3), 1 << ((axis + 2) % 3)];
  const top = 1 << axis;
  return [
    [top, top | u, top | u | v, top | v],
    [0, v, u | v, u],
  ];
});

/**
 * For each of the 256 sets of inside corners (bit c for corner c): triangles as triples of edge numbers, counter-clockwise
 * seen from outside the surface. On a face with two opposite corners inside, these two are kept apart, always, so that
 * neighbouring cells agree and the surface has no holes.
 */
export const CELL_TRIANGLES: readonly Uint8Array[] = Array.from({ length: 256 }, (_, inside) =>
  Uint8Array.from(outlines(inside).flatMap(triangulate)),
);

/** Closed chains of crossed edges around the inside corners. */
function outlines(inside: number): number[][] {
  const next = new Map(FACES.flatMap((face) => faceSegments(face, inside)));
  const loops: number[][] = [];
  for (const first of [...next.keys()]) {
    const loop: number[] = [];
    for (let edge = first; next.has(edge); ) {
      loop.push(edge);
      const following = next.get(edge)!;
      next.delete(edge);
      edge = following;
    }
    if (loop.length > 0) loops.push(loop);
  }
  return loops;
}

/** One segment for each run of inside corners around a face: from where the walk enters the run to where it leaves. */
function faceSegments(face: readonly number[], inside: number): [number, number][] {
  const isInside = (i: number) => ((inside >> face[i % 4]!) & 1) === 1;
  const segments: [number, number][] = [];
  for (let start = 0; start < 4; start++) {
    if (isInside(start) || !isInside(start + 1)) continue;
    let end = start + 1;
    while (isInside(end + 1)) end++;
    segments.push([
      edgeBetween(face[start]!, face[(start + 1) % 4]!),
      edgeBetween(face[end % 4]!, face[(end + 1) % 4]!),
    ]);
  }
  return segments;
}

function edgeBetween(a: number, b: number): number {
  return CELL_EDGES.findIndex(({ axis, corner }) => corner === (a & b) && 1 << axis === (a ^ b));
}

/** A fan, from the corner that puts the fewest diagonals into a face, where the neighbour could draw the same one. */
function triangulate(loop: readonly number[]): number[] {
  const fans = loop.map((_, apex) => [...loop.slice(apex), ...loop.slice(0, apex)]);
  const cost = (fan: number[]) => fan.slice(2, -1).filter((edge) => shareFace(fan[0]!, edge)).length;
  const best = fans.reduce((chosen, fan) => (cost(fan) < cost(chosen) ? fan : chosen));
  return best.slice(1, -1).flatMap((edge, i) => [best[0]!, edge, best[i + 2]!]);
}

function shareFace(first: number, second: number): boolean {
  const [a, b] = [CELL_EDGES[first]!, CELL_EDGES[second]!];
  return AXIS_NUMBERS.some((axis) => axis !== a.axis && axis !== b.axis && ((a.corner ^ b.corner) & (1 << axis)) === 0);
}
