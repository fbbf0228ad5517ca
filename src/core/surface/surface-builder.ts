import type { Surface } from "./surface.ts";

const FIRST_VERTICES = 1 << 14;

/** Collects vertices and triangles whose number is not known before; its arrays double when full. */
export class SurfaceBuilder {
  private positions = new Float32Array(3 * FIRST_VERTICES);
  private normals = new Float32Array(3 * FIRST_VERTICES);
  private triangles = new Uint32Array(6 * FIRST_VERTICES);
  private positionLength = 0;
  private triangleLength = 0;

  get triangleCount(): number {
    return this.triangleLength / 3;
  }

  /** Appends a vertex with its normal, of any length but 0, and returns its index. */
  addVertex(x: number, y: number, z: number, nx: number, ny: number, nz: number): number {
    const at = this.positionLength;
    if (at === this.positions.length) {
      this.positions = doubled(this.positions, new Float32Array(2 * at));
      this.normals = doubled(this.normals, new Float32Array(2 * at));
    }
    this.positions[at] = x;
    this.positions[at + 1] = y;
    this.positions[at + 2] = z;
    const inverse = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    this.normals[at] = nx * inverse;
    this.normals[at + 1] = ny * inverse;
    this.normals[at + 2] = nz * inverse;
    this.positionLength = at + 3;
    return at / 3;
  }

  /** Appends one corner of a triangle; every three make one. */
  addCorner(vertex: number): void {
    if (this.triangleLength === this.triangles.length) {
      this.triangles = doubled(this.triangles, new Uint32Array(2 * this.triangleLength));
    }
    this.triangles[this.triangleLength++] = vertex;
  }

  /** The surface in arrays of its own, cut to size. */
  finish(): Surface {
    return {
      positions: this.positions.slice(0, this.positionLength),
      normals: this.normals.slice(0, this.positionLength),
      triangles: this.triangles.slice(0, this.triangleLength),
    };
  }
}

function doubled<Numbers extends Float32Array | Uint32Array>(full: Numbers, larger: Numbers): Numbers {
  larger.set(full);
  return larger;
}
