import type { Job } from "../job.ts";

/** The report as one HTML file. The renderer is loaded when first asked for. */
export const renderHtml: Job<"renderHtml"> = async (source) => {
  const { renderHtml: render } = await import("../../src/report/html/render-html.ts");
  return render(source);
};
