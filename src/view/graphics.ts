/** What a page can draw with. */
export interface Graphics {
  /** Voxels a side of the largest 3-D texture. */
  readonly longestTexture: number;
  readonly speed: "hardware" | "software";
}

/** Asks the browser about WebGL2; `null` where it is not to be had. The context that tells is given back. */
export function graphicsOf(): Graphics | null {
  const fast = contextOf({ failIfMajorPerformanceCaveat: true });
  const context = fast ?? contextOf({});
  if (!context) return null;
  const longestTexture: number = context.getParameter(context.MAX_3D_TEXTURE_SIZE);
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return { longestTexture, speed: fast ? "hardware" : "software" };
}

function contextOf(wishes: WebGLContextAttributes): WebGL2RenderingContext | null {
  return document.createElement("canvas").getContext("webgl2", wishes);
}
