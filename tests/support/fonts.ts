import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ReportFonts } from "../../src/report/pdf/fonts.ts";

const BUILT = new URL("../../build/fonts/", import.meta.url);
const require = createRequire(import.meta.url);

/** The fonts of the report as the build cuts them, or whole from their packages where nothing is built yet. */
export function reportFonts(): ReportFonts {
  return {
    regular: read("Inter-400.ttf", "inter/400Regular/Inter_400Regular.ttf"),
    medium: read("Inter-500.ttf", "inter/500Medium/Inter_500Medium.ttf"),
    bold: read("Inter-600.ttf", "inter/600SemiBold/Inter_600SemiBold.ttf"),
    serifText: read("SourceSerif4-400.ttf", "source-serif-4/400Regular/SourceSerif4_400Regular.ttf"),
    serif: read("SourceSerif4-600.ttf", "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"),
  };
}

function read(built: string, whole: string): Uint8Array {
  const path = new URL(built, BUILT);
  return new Uint8Array(readFileSync(existsSync(path) ? path : require.resolve(`@expo-google-fonts/${whole}`)));
}
