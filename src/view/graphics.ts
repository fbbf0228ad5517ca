/** What a page can draw with. */
export interface Graphics {
  /** Voxels a side of the largest 3-D texture. */
  readonly longestTexture: number;
  readonly speed: "hardware" | "software";
}

/** Asks the browser about WebGL2; `null` where it is not to be had. The context that tells is given back. */
export function graphicsOf(): Graphics | null {
  const context = document.createElement("canvas").getContext("webgl2");
  if (!context) return null;
  const longestTexture: number = context.getParameter(context.MAX_3D_TEXTURE_SIZE);
  // Chromium names what it draws with only here; `failIfMajorPerformanceCaveat` lets its software pass.
  const names = context.getExtension("WEBGL_debug_renderer_info");
  const renderer: string = context.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return { longestTexture, speed: speedOf(renderer) };
}

/** Whether a renderer draws on the processor: those of Chromium (SwiftShader), Mesa (llvmpipe, softpipe) and Windows (WARP). */
export function speedOf(renderer: string): Graphics["speed"] {
  return /swiftshader|llvmpipe|softpipe|basic render|software/i.test(renderer) ? "software" : "hardware";
}
