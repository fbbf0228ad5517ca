import {
  BufferAttribute,
  BufferGeometry,
  Camera,
  Color,
  GLSL3,
  LinearSRGBColorSpace,
  Matrix3,
  Mesh,
  RawShaderMaterial,
  Vector2,
  Vector3,
  WebGLRenderer,
} from "three";
import type { Surface } from "../core/surface/surface.ts";
import type { Triple } from "../core/volume/grid.ts";
import type { Pose } from "./pose.ts";
import { ROD_VERTICES, type Rod, rodSurface } from "./rods.ts";
import { FRAGMENT_SHADER, VERTEX_SHADER } from "./surface-shader.ts";

/** A surface with its place in space. */
export interface PlacedSurface {
  readonly surface: Surface;
  /** Red, green, blue of each vertex, 3 bytes; `null` for one plain colour. */
  readonly colours: Uint8Array<ArrayBuffer> | null;
  /** Å per index step of the positions. */
  readonly voxelSize: Triple;
  /** Å, where index 0,0,0 lies in the space of poses. */
  readonly origin: Triple;
  /** No part of the surface is farther from any place that a pose can have in its middle, Å. */
  readonly reach: number;
}

/** A rod and its colour by its CSS hexadecimal. */
export interface ColouredRod extends Rod {
  readonly colour: string;
}

/** Colours by their CSS hexadecimal. */
export interface SceneColours {
  readonly plain: string;
  /** Behind the surface; far parts take some of it on. */
  readonly background: string;
}

/**
 * A surface on a canvas by WebGL 2, through three. It draws on the next frame after something has changed and never
 * otherwise. The arrays of a shown surface are kept, without a copy, until the next one. `dispose` gives all memory of
 * the graphics processor back, and with it the context of a canvas that has left the page.
 */
export class SurfaceScene {
  readonly #renderer: WebGLRenderer;
  readonly #camera = new Camera();
  readonly #mesh = makeMesh();
  /** Drawn after the surface and through it. */
  readonly #rods = makeMesh();
  #origin: Triple = [0, 0, 0];
  #pose: Pose | null = null;
  #size = { width: 1, height: 1, margin: 0 };
  #frame: number | null = null;

  /** @throws Error where the browser has no WebGL 2 */
  constructor(canvas: HTMLCanvasElement) {
    this.#renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
    this.#renderer.outputColorSpace = LinearSRGBColorSpace;
    // To ask for the shaders' errors is to wait until the graphics processor has done all that was asked before.
    this.#renderer.debug.checkShaderErrors = false;
    this.#renderer.autoClear = false;
    this.#rods.visible = false;
  }

  show({ surface, colours, voxelSize, origin, reach }: PlacedSurface): void {
    replaceGeometry(this.#mesh, surface, colours);
    this.#origin = origin;
    setUniforms(this.#mesh, { coloured: colours !== null, voxelSize: new Vector3(...voxelSize) });
    this.#setBoth({ reach });
    this.#place();
  }

  /** Rods that are seen through the surface, in the space of poses; none for an empty list. */
  showRods(rods: readonly ColouredRod[]): void {
    const colours = Uint8Array.from(
      rods.flatMap(({ colour }) => {
        const bytes = rgb(colour).multiplyScalar(255).round().toArray();
        return Array.from({ length: ROD_VERTICES }, () => bytes).flat();
      }),
    );
    replaceGeometry(this.#rods, rodSurface(rods), colours);
    this.#rods.visible = rods.length > 0;
    this.#place();
  }

  look(pose: Pose): void {
    this.#pose = pose;
    this.#place();
  }

  /** In device pixels; `margin` is left free above and below the framed extent. */
  resize(width: number, height: number, margin: number): void {
    this.#size = { width, height, margin };
    this.#renderer.setSize(width, height, false);
    this.#place();
  }

  paint({ plain, background }: SceneColours): void {
    this.#setBoth({ plain: rgb(plain), background: rgb(background) });
    this.#place();
  }

  dispose(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    for (const { geometry, material } of [this.#mesh, this.#rods]) {
      geometry.dispose();
      material.dispose();
    }
    this.#renderer.dispose();
    // A canvas that is still in the page may be given another scene.
    if (!this.#renderer.domElement.isConnected) this.#renderer.forceContextLoss();
  }

  #place(): void {
    if (!this.#pose) return;
    const { turn, centre, half } = this.#pose;
    const { width, height, margin } = this.#size;
    const pixelsPerAngstrom = Math.min(width, Math.max(1, height - 2 * margin)) / (2 * half);
    const middle = new Vector3(...centre);
    setUniforms(this.#mesh, { offset: new Vector3(...this.#origin).sub(middle) });
    setUniforms(this.#rods, { offset: middle.clone().negate(), coloured: true });
    this.#setBoth({
      turn: new Matrix3().set(...turn.right, ...turn.up, ...turn.toward),
      scale: new Vector2((2 * pixelsPerAngstrom) / width, (2 * pixelsPerAngstrom) / height),
      hazeDepth: 2 * half,
    });
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#renderer.clear();
      this.#renderer.render(this.#mesh, this.#camera);
      this.#renderer.clearDepth();
      this.#renderer.render(this.#rods, this.#camera);
    });
  }

  #setBoth(values: Readonly<Record<string, unknown>>): void {
    setUniforms(this.#mesh, values);
    setUniforms(this.#rods, values);
  }
}

type ShadedMesh = Mesh<BufferGeometry, RawShaderMaterial>;

function makeMesh(): ShadedMesh {
  const mesh = new Mesh(new BufferGeometry(), makeMaterial());
  mesh.frustumCulled = false;
  return mesh;
}

/** Gives a mesh other triangles, and the old ones' memory back. @param colours 3 bytes a vertex, or `null` */
function replaceGeometry(mesh: ShadedMesh, surface: Surface, colours: Uint8Array<ArrayBuffer> | null): void {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(surface.positions, 3));
  geometry.setAttribute("normal", new BufferAttribute(surface.normals, 3));
  if (colours) geometry.setAttribute("colour", new BufferAttribute(colours, 3, true));
  geometry.setIndex(new BufferAttribute(surface.triangles, 1));
  mesh.geometry.dispose();
  mesh.geometry = geometry;
}

function setUniforms({ material }: ShadedMesh, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) material.uniforms[name]!.value = value;
  material.uniformsNeedUpdate = true;
}

function makeMaterial(): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX_SHADER,
    fragmentShader: FRAGMENT_SHADER,
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
    },
  });
}

/** The numbers of a CSS colour as they stand: light is reckoned in sRGB here. */
function rgb(css: string): Vector3 {
  const colour = new Color().setStyle(css, LinearSRGBColorSpace);
  return new Vector3(colour.r, colour.g, colour.b);
}
