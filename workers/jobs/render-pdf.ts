import { FACES, type ReportFonts } from "../../src/report/pdf/fonts.ts";
import type { Job, JobContext } from "../job.ts";

/** The report as PDF. The renderer is loaded when first asked for. */
export const renderPdf: Job<"renderPdf"> = async ({ report, figures }, context) => {
  const { renderPdf: render } = await import("../../src/report/pdf/render-pdf.ts");
  context.progress(0.1);
  return render({ report, figures, fonts: await loadFonts(context) });
};

async function loadFonts({ platform, assets }: JobContext): Promise<ReportFonts> {
  const load = async (face: keyof ReportFonts) => [face, await platform.loadBytes(assets.fonts[face])] as const;
  return Object.fromEntries(await Promise.all(FACES.map(load))) as unknown as ReportFonts;
}
