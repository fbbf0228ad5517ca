import type { Triple, Volume } from "../volume/grid.ts";
import { CELL_EDGES } from "./cell-triangles.ts";
import type { SurfaceBuilder } from "./surface-builder.ts";

const NONE = -1;

/**
 * The vertices on the edges between voxels, each made once: a cell asks for the vertex of one of its edges and gets the
 * one a neighbour made. Remembers two planes of edges, so cells must come layer by layer along z.
 */
export class EdgeVertices {
  private readonly volume: Volume;
  private readonly level: number;
  private readonly builder: SurfaceBuilder;
  private readonly width: number;
  /** For planes of even and odd z: vertices on edges along x, y, z, from each voxel of the plane. */
  private readonly known: readonly (readonly [Int32Array, Int32Array, Int32Array])[];
  private layer = 0;

  constructor(volume: Volume, level: number, builder: SurfaceBuilder) {
    this.volume = volume;
    this.level = level;
    this.builder = builder;
    const [nx, ny] = volume.grid.box;
    this.width = nx + 2;
    const plane = () => new Int32Array((nx + 2) * (ny + 2)).fill(NONE);
    this.known = [0, 1].map(() => [plane(), plane(), plane()] as const);
  }

  /** To be called before the cells between the planes z and z + 1; −1 is the layer below the box. */
  startLayer(z: number): void {
    this.layer = z;
    const [alongX, alongY] = this.known[(z + 1) & 1]!;
    alongX.fill(NONE);
    alongY.fill(NONE);
    this.known[z & 1]![2].fill(NONE);
  }

  /** The vertex on an edge of the cell whose lowest corner is voxel x, y of this layer's lower plane. */
  at(edge: number, x: number, y: number): number {
    const { axis, corner } = CELL_EDGES[edge]!;
    const startX = x + (corner & 1);
    const startY = y + ((corner >> 1) & 1);
    const startZ = this.layer + (corner >> 2);
    const known = this.known[startZ & 1]![axis];
    const slot = (startY + 1) * this.width + startX + 1;
    if (known[slot] === NONE) known[slot] = this.make(axis, startX, startY, startZ);
    return known[slot]!;
  }

  private make(axis: 0 | 1 | 2, x: number, y: number, z: number): number {
    const start: Triple = [x, y, z];
    const end: Triple = [x + (axis === 0 ? 1 : 0), y + (axis === 1 ? 1 : 0), z + (axis === 2 ? 1 : 0)];
    return this.value(start) >= this.level ? this.between(start, end) : this.between(end, start);
  }

  /** Counts from the inside end, whose value is known even where the other end lies outside the box. */
  private between(inside: Triple, outside: Triple): number {
    const [x, y, z] = inside;
    const step: Triple = [outside[0] - x, outside[1] - y, outside[2] - z];
    const value = this.value(inside);
    const t = (this.level - value) / (this.value(outside) - value);
    const normal = this.contains(outside) ? this.descent(inside, outside, t) : step;
    const [nx, ny, nz] = normal.every((component) => component === 0) ? step : normal;
    return this.builder.addVertex(x + t * step[0], y + t * step[1], z + t * step[2], nx, ny, nz);
  }

  /** Minus the gradient, interpolated between two voxels; map units per Å. */
  private descent(from: Triple, to: Triple, t: number): Triple {
    const a = this.gradient(from);
    const b = this.gradient(to);
    return [(t - 1) * a[0] - t * b[0], (t - 1) * a[1] - t * b[1], (t - 1) * a[2] - t * b[2]];
  }

  private gradient(voxel: Triple): Triple {
    return [this.slope(voxel, 0), this.slope(voxel, 1), this.slope(voxel, 2)];
  }

  /** Central difference, one-sided on the faces of the box. */
  private slope([x, y, z]: Triple, axis: 0 | 1 | 2): number {
    const [nx, ny] = this.volume.grid.box;
    const stride = axis === 0 ? 1 : axis === 1 ? nx : nx * ny;
    const position = axis === 0 ? x : axis === 1 ? y : z;
    const before = position > 0 ? 1 : 0;
    const after = position + 1 < this.volume.grid.box[axis] ? 1 : 0;
    if (before + after === 0) return 0;
    const at = (z * ny + y) * nx + x;
    const rise = this.volume.voxels[at + after * stride]! - this.volume.voxels[at - before * stride]!;
    return rise / ((before + after) * this.volume.grid.voxelSize[axis]);
  }

  private value([x, y, z]: Triple): number {
    const [nx, ny] = this.volume.grid.box;
    return this.contains([x, y, z]) ? this.volume.voxels[(z * ny + y) * nx + x]! : -Infinity;
  }

  private contains([x, y, z]: Triple): boolean {
    const [nx, ny, nz] = this.volume.grid.box;
    return x >= 0 && y >= 0 && z >= 0 && x < nx && y < ny && z < nz;
  }
}
