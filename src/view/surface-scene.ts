import { Camera, LinearSRGBColorSpace, Matrix3, Vector2, Vector3, WebGLRenderer } from "three";
import type { Surface } from "../core/surface/surface.ts";
import type { Triple } from "../core/volume/grid.ts";
import type { Pose } from "./pose.ts";
import { ROD_VERTICES, type Rod, rodSurface } from "./rods.ts";
import { makeMesh, makePoints, replacePlaces, replaceTriangles, rgb, setUniforms } from "./scene-parts.ts";

/** Where voxel indices lie. */
export interface IndexSpace {
  /** Å per index step. */
  readonly voxelSize: Triple;
  /** Å, where index 0,0,0 lies in the space of poses. */
  readonly origin: Triple;
}

/** A surface with its place in space. */
export interface PlacedSurface extends IndexSpace {
  readonly surface: Surface;
  /** Red, green, blue of each vertex, 3 bytes; `null` for one plain colour. */
  readonly colours: Uint8Array<ArrayBuffer> | null;
  /** No part of the surface is farther from any place that a pose can have in its middle, Å. */
  readonly reach: number;
}

/** Voxels by their indices: x, y, z, one after the other. */
export interface PlacedVoxels extends IndexSpace {
  readonly places: Float32Array<ArrayBuffer>;
}

/** A rod and its colour by its CSS hexadecimal. */
export interface ColouredRod extends Rod {
  readonly colour: string;
}

/** Colours by their CSS hexadecimal. */
export interface SceneColours {
  readonly plain: string;
  /** Of marked voxels. */
  readonly marked: string;
  /** Behind the surface; far parts take some of it on. */
  readonly background: string;
}

/** A marked voxel takes this share of its edge, and no fewer pixels than this of the device. */
const MARK_SHARE = 0.7;
const LEAST_MARK = 1.5;

/**
 * A surface on a canvas by WebGL 2, through three. It draws on the next frame after something has changed and never
 * otherwise. The arrays of a shown surface are kept, without a copy, until the next one. `dispose` gives all memory of
 * the graphics processor back, and with it the context of a canvas that has left the page.
 */
export class SurfaceScene {
  readonly #renderer: WebGLRenderer;
  readonly #camera = new Camera();
  readonly #mesh = makeMesh();
  /** Drawn after the surface and through it, as the rods are. */
  readonly #marks = makePoints();
  readonly #rods = makeMesh();
  readonly #parts = [this.#mesh, this.#marks, this.#rods];
  #origin: Triple = [0, 0, 0];
  #marked: IndexSpace = { voxelSize: [1, 1, 1], origin: [0, 0, 0] };
  #pose: Pose | null = null;
  #size = { width: 1, height: 1, margin: 0 };
  #frame: number | null = null;

  /** @throws Error where the browser has no WebGL 2 */
  constructor(canvas: HTMLCanvasElement) {
    this.#renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true, preserveDrawingBuffer: true });
    this.#renderer.outputColorSpace = LinearSRGBColorSpace;
    // To ask for the shaders' errors is to wait until the graphics processor has done all that was asked before.
    this.#renderer.debug.checkShaderErrors = false;
    this.#renderer.autoClear = false;
    this.#marks.visible = false;
    this.#rods.visible = false;
  }

  show({ surface, colours, voxelSize, origin, reach }: PlacedSurface): void {
    replaceTriangles(this.#mesh, surface, colours);
    this.#origin = origin;
    setUniforms(this.#mesh, { coloured: colours !== null, voxelSize: new Vector3(...voxelSize) });
    this.#setAll({ reach });
    this.#place();
  }

  /** Voxels that are seen through the surface; none for an empty list. The places are kept, without a copy. */
  showMarks({ places, ...space }: PlacedVoxels): void {
    replacePlaces(this.#marks, places);
    this.#marked = space;
    setUniforms(this.#marks, { voxelSize: new Vector3(...space.voxelSize) });
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
    replaceTriangles(this.#rods, rodSurface(rods), colours);
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

  paint({ plain, marked, background }: SceneColours): void {
    this.#setAll({ plain: rgb(plain), background: rgb(background) });
    setUniforms(this.#marks, { plain: rgb(marked) });
    this.#place();
  }

  dispose(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    for (const { geometry, material } of this.#parts) {
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
    const from = (origin: Triple) => new Vector3(...origin).sub(middle);
    setUniforms(this.#mesh, { offset: from(this.#origin) });
    setUniforms(this.#marks, {
      offset: from(this.#marked.origin),
      pixels: Math.max(LEAST_MARK, MARK_SHARE * pixelsPerAngstrom * Math.min(...this.#marked.voxelSize)),
    });
    setUniforms(this.#rods, { offset: from([0, 0, 0]), coloured: true });
    this.#setAll({
      turn: new Matrix3().set(...turn.right, ...turn.up, ...turn.toward),
      scale: new Vector2((2 * pixelsPerAngstrom) / width, (2 * pixelsPerAngstrom) / height),
      hazeDepth: 2 * half,
    });
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#draw();
    });
  }

  #draw(): void {
    this.#renderer.clear();
    this.#renderer.render(this.#mesh, this.#camera);
    this.#renderer.clearDepth();
    this.#renderer.render(this.#marks, this.#camera);
    this.#renderer.render(this.#rods, this.#camera);
  }

  #setAll(values: Readonly<Record<string, unknown>>): void {
    for (const part of this.#parts) setUniforms(part, values);
  }
}
