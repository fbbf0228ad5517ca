/** The id of the stage, which alone goes to the full screen. */
export const STAGE = "stage";

export function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.getElementById(STAGE)?.requestFullscreen?.();
}
