import {
  BufferAttribute,
  BufferGeometry,
  Color,
  GLSL3,
  LinearSRGBColorSpace,
  Matrix3,
  Mesh,
  Points,
  RawShaderMaterial,
  Vector2,
  Vector3,
} from "three";
import type { Surface } from "../core/surface/surface.ts";
import { FRAGMENT_SHADER, POINT_FRAGMENT_SHADER, POINT_VERTEX_SHADER, VERTEX_SHADER } from "./surface-shader.ts";

/** What a scene draws: one geometry by one shader, from the pose that its uniforms hold. */
export type ScenePart = Mesh<BufferGeometry, RawShaderMaterial> | Points<BufferGeometry, RawShaderMaterial>;

/** Triangles, in one plain colour or one a vertex. */
export function makeMesh(): ScenePart {
  return shown(new Mesh(new BufferGeometry(), makeMaterial(VERTEX_SHADER, FRAGMENT_SHADER)));
}

/** Discs that face the viewer, in one plain colour. */
export function makePoints(): ScenePart {
  const material = makeMaterial(POINT_VERTEX_SHADER, POINT_FRAGMENT_SHADER);
  material.transparent = true;
  return shown(new Points(new BufferGeometry(), material));
}

/** Gives a mesh other triangles, and the old ones' memory back. @param colours 3 bytes a vertex, or `null` */
export function replaceTriangles(mesh: ScenePart, surface: Surface, colours: Uint8Array<ArrayBuffer> | null): void {
  const geometry = geometryOf(surface.positions);
  geometry.setAttribute("normal", new BufferAttribute(surface.normals, 3));
  if (colours) geometry.setAttribute("colour", new BufferAttribute(colours, 3, true));
  geometry.setIndex(new BufferAttribute(surface.triangles, 1));
  replace(mesh, geometry);
}

/** Gives points other places, and the old ones' memory back. */
export function replacePlaces(points: ScenePart, places: Float32Array<ArrayBuffer>): void {
  replace(points, geometryOf(places));
  points.visible = places.length > 0;
}

/** Sets uniforms of a part's shader; it must have them. */
export function setUniforms({ material }: ScenePart, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) material.uniforms[name]!.value = value;
  material.uniformsNeedUpdate = true;
}

/** The numbers of a CSS colour as they stand: light is reckoned in sRGB here. */
export function rgb(css: string): Vector3 {
  const colour = new Color().setStyle(css, LinearSRGBColorSpace);
  return new Vector3(colour.r, colour.g, colour.b);
}

function shown<Part extends ScenePart>(part: Part): Part {
  part.frustumCulled = false;
  return part;
}

function geometryOf(positions: Float32Array<ArrayBuffer>): BufferGeometry {
  return new BufferGeometry().setAttribute("position", new BufferAttribute(positions, 3));
}

function replace(part: ScenePart, geometry: BufferGeometry): void {
  part.geometry.dispose();
  part.geometry = geometry;
}

function makeMaterial(vertexShader: string, fragmentShader: string): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms: {
      voxelSize: { value: new Vector3(1, 1, 1) },
      offset: { value: new Vector3() },
      turn: { value: new Matrix3() },
      scale: { value: new Vector2(1, 1) },
      reach: { value: 1 },
      hazeDepth: { value: 1 },
      coloured: { value: false },
      plain: { value: new Vector3(1, 1, 1) },
      background: { value: new Vector3(1, 1, 1) },
      pixels: { value: 1 },
    },
  });
}
