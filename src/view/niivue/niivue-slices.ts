import { type Niivue, SLICE_TYPE } from "@niivue/niivue";
import type { Axis, Triple } from "../../core/volume/grid.ts";
import { AXES } from "../../core/volume/grid.ts";
import { COLOURS, colourTable } from "../colour-map.ts";
import type { DisplayVolume } from "../display-volume.ts";
import type { Frame } from "../draw-slice.ts";
import type { SliceDrawer } from "../slice-drawer.ts";
import { PLANES } from "../slice-geometry.ts";
import type { SliceLook } from "../slice-look.ts";
import { type SharedImage, sharedImage } from "./shared-image.ts";
import { SlicesOnly } from "./slices-only.ts";

const SLICE_TYPES = { x: SLICE_TYPE.SAGITTAL, y: SLICE_TYPE.CORONAL, z: SLICE_TYPE.AXIAL } as const;

/** Slices only: no text, no crosshair, no listeners; gestures and overlays belong to the pane, whatever draws it. */
const OPTIONS = {
  isResizeCanvas: false,
  interactive: false,
  isColorbar: false,
  isOrientationTextVisible: false,
  isRadiologicalConvention: false,
  crosshairWidth: 0,
  // Unless told, it begins with a rendering in 3-D beside the slices.
  sliceType: SLICE_TYPE.AXIAL,
  loadingText: "",
  backColor: [0, 0, 0, 1],
  logLevel: "error",
} as const;

/**
 * Draws slices of a volume with NiiVue on a WebGL2 canvas of its own that is never shown: each slice is copied from it
 * into the pane's picture, across y turned by a quarter clockwise, since NiiVue lays x to the right and z up there.
 *
 * @param volume Uploaded from where it lies; it may be let go afterwards, but for `show`, which uploads it again.
 * @param options.mapBox The map's own box, which a binned volume overhangs by one voxel where a side is odd.
 * @throws Error where WebGL2 is not to be had.
 */
export async function createNiivueSlices(
  volume: DisplayVolume,
  { mapBox, look, onLost }: { mapBox: Triple; look: SliceLook; onLost: () => void },
): Promise<SliceDrawer> {
  const canvas = document.createElement("canvas");
  document.createElement("div").append(canvas);
  const niivue = new SlicesOnly({ ...OPTIONS, backColor: [...OPTIONS.backColor] });
  const stop = () => {
    canvas.removeEventListener("webglcontextlost", onLost);
    niivue.cleanup();
    niivue.gl.getExtension("WEBGL_lose_context")?.loseContext();
  };
  try {
    await niivue.attachToCanvas(canvas, false);
    letRun(niivue.gl);
    await finished(niivue.gl);
    const image = await sharedImage(volume, look.window);
    niivue.addColormap(colourMapName(look), niivueColours(look));
    image.colormap = colourMapName(look);
    niivue.addVolume(image);
    await finished(niivue.gl);
    canvas.addEventListener("webglcontextlost", onLost);
    return drawerOf(niivue, image, { volume, mapBox, stop });
  } catch (error) {
    if (niivue._gl) stop();
    throw error;
  }
}

/**
 * Lets the graphics processor run beside the page: NiiVue stops the page until all drawing is done, at each scene (`finish`)
 * and to ask for a state that is never another here (`checkFramebufferStatus`).
 */
function letRun(gl: WebGL2RenderingContext): void {
  gl.finish = () => {};
  gl.checkFramebufferStatus = () => gl.FRAMEBUFFER_COMPLETE;
}

/** How often the graphics processor is asked whether it is done, ms. */
const POLL = 20;

/** Waits, without holding up the page, until all that was asked of the graphics processor is done. */
async function finished(gl: WebGL2RenderingContext): Promise<void> {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!fence) return;
  gl.flush();
  while (gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED)
    await new Promise((resolve) => setTimeout(resolve, POLL));
  gl.deleteSync(fence);
}

interface Drawing {
  readonly volume: DisplayVolume;
  readonly mapBox: Triple;
  readonly stop: () => void;
}

function drawerOf(niivue: Niivue, image: SharedImage, { volume, mapBox, stop }: Drawing): SliceDrawer {
  const { binning, voxelSize, box } = volume;
  /** How far the volume reaches beyond the map along an axis, as a factor of the map's side. */
  const overhang = (axis: Axis) => (binning * box[AXES.indexOf(axis)]!) / mapBox[AXES.indexOf(axis)]!;

  return {
    picture(axis, index, size) {
      const { right, vertical, direction } = PLANES[axis];
      const width = Math.round(size.width * overhang(right));
      const height = Math.round(size.height * overhang(vertical));
      const [across, along] = axis === "y" ? [height, width] : [width, height];
      const place = Math.floor(index / binning) * voxelSize[AXES.indexOf(axis)]!;
      const drawn = drawPlane(niivue, { sliceType: SLICE_TYPES[axis], place, across, along });
      const picture = document.createElement("canvas");
      picture.width = size.width;
      picture.height = size.height;
      const context = picture.getContext("2d");
      if (!context) return picture;
      context.translate(0, direction === "up" ? size.height - height : 0);
      if (axis === "y") {
        context.translate(width, 0);
        context.rotate(Math.PI / 2);
      }
      context.drawImage(niivue.gl.canvas, drawn.left, drawn.top, drawn.width, drawn.height, 0, 0, across, along);
      return picture;
    },

    show(look) {
      niivue.addColormap(colourMapName(look), niivueColours(look));
      image.showWindow(look.window);
      image.colormap = colourMapName(look);
      niivue.updateGLVolume();
    },

    dispose: stop,
  };
}

interface PlaneDrawing {
  readonly sliceType: SLICE_TYPE;
  /** Å along the axis. */
  readonly place: number;
  /** Pixels. */
  readonly across: number;
  readonly along: number;
}

/** Draws one plane on the canvas, which grows to the largest plane asked for, and tells which of its pixels it fills. */
function drawPlane(niivue: Niivue, { sliceType, place, across, along }: PlaneDrawing): Frame {
  const { canvas } = niivue.gl;
  if (canvas.width < across) canvas.width = across;
  if (canvas.height < along) canvas.height = along;
  const position: [number, number, number, number] = [0, 0, across / canvas.width, along / canvas.height];
  niivue.setCustomLayout([{ sliceType, position, sliceMM: place }]);
  // NiiVue keeps the shape of the slice to a fraction of a pixel; WebGL cuts its viewport to whole ones.
  const [left, top, width, height] = niivue.screenSlices[0]!.leftTopWidthHeight as [number, number, number, number];
  const bottom = Math.trunc(canvas.height - top - height);
  const rows = Math.trunc(height);
  return { left: Math.trunc(left), top: canvas.height - bottom - rows, width: Math.trunc(width), height: rows };
}

function colourMapName({ colourMap, scheme }: SliceLook): string {
  return `mapassay-${colourMap}-${scheme}`;
}

function niivueColours({ colourMap, scheme }: SliceLook) {
  const table = colourTable(colourMap, scheme);
  const index = Array.from({ length: COLOURS }, (_, i) => i);
  const channel = (k: number) => index.map((i) => table[3 * i + k]!);
  return { R: channel(0), G: channel(1), B: channel(2), A: index.map(() => 255), I: index };
}
