/** A triangulated isosurface with shared vertices. Vertex i is at 3i of `positions` and `normals`. */
export interface Surface {
  /** x, y, z in voxel index units: voxel (i, j, k) has its centre at i, j, k. Times the voxel size: Å from voxel 0,0,0. */
  readonly positions: Float32Array<ArrayBuffer>;
  /** Unit vectors towards lower map values, across the surface as it is in Å. */
  readonly normals: Float32Array<ArrayBuffer>;
  /** Three vertices a triangle, counter-clockwise seen from outside. */
  readonly triangles: Uint32Array<ArrayBuffer>;
}
