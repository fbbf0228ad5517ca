import { NVImage } from "@niivue/niivue";
import type { DisplayVolume } from "../display-volume.ts";
import type { DisplayWindow } from "../slice-look.ts";

/** NIfTI's code for 32-bit floats. */
const FLOAT32 = 16;

/**
 * An image of NiiVue whose voxels are those of the volume, in the same memory, from byte 0 of its buffer. NiiVue makes
 * images from files only; its header is therefore read from a NIfTI file of one voxel, then given the true sizes, and
 * `init`, which is public but undocumented, takes the voxels as they are. Diagonal affine: millimetres stand for Å.
 *
 * @param volume Kept by reference; the caller keeps it alive and unchanged while the image is in use.
 */
export async function sharedImage(volume: DisplayVolume, window: DisplayWindow): Promise<SharedImage> {
  const { voxels, box, voxelSize } = volume;
  if (voxels.byteOffset !== 0) throw new RangeError("NiiVue reads voxels from byte 0 of their buffer.");
  const image = new SharedImage();
  image.hdr = await headerOf(voxelSize);
  image.hdr.dims = [3, ...box, 1, 1, 1, 1];
  image.showWindow(window);
  const name = "map.nii";
  const rest = [
    1,
    null,
    0,
    1,
    true,
    0.02,
    false,
    false,
    "",
    0,
    undefined,
    Number.NaN,
    Number.NaN,
    false,
    null,
    0,
  ] as const;
  image.init(voxels.buffer, name, "gray", ...rest, voxels.buffer);
  return image;
}

async function headerOf([x, y, z]: DisplayVolume["voxelSize"]) {
  const affine = [x, 0, 0, 0, 0, y, 0, 0, 0, 0, z, 0, 0, 0, 0, 1];
  const file = NVImage.createNiftiArray([1, 1, 1], [x, y, z], affine, FLOAT32, new Float32Array(1));
  const one = await NVImage.new(
    file.buffer as ArrayBuffer,
    "map.nii",
    "gray",
    1,
    null,
    0,
    1,
    true,
    0.02,
    false,
    false,
    "",
    0,
    0,
    Number.NaN,
    Number.NaN,
    false,
    null,
    0,
    null,
  );
  if (!one.hdr) throw new Error("NiiVue gave no header for a NIfTI file of one voxel.");
  return one.hdr;
}

/** An image that is told its window instead of sampling its voxels for one. */
export class SharedImage extends NVImage {
  /**
   * The map values shown first and last. They are put into the header's slope and intercept, which turn the window into
   * 0…1: NiiVue's shader cannot resolve windows narrower than 10⁻⁵ otherwise.
   */
  showWindow({ low, high }: DisplayWindow): void {
    if (!this.hdr) return;
    this.hdr.scl_slope = 1 / (high - low);
    this.hdr.scl_inter = -low / (high - low);
  }

  /** NiiVue's own would copy and sort the middle eighth of the voxels, on the page's thread, at each change of colours. */
  override calMinMax(): number[] {
    this.cal_min = this.robust_min = this.global_min = 0;
    this.cal_max = this.robust_max = this.global_max = 1;
    return [0, 1, 0, 1];
  }
}
