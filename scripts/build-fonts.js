import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

/** Subsets the page's fonts (woff2) and the PDF's (truetype) into build/fonts. Both families: SIL Open Font License 1.1. */
const OUT = join(dirname(fileURLToPath(import.meta.url)), "..", "build", "fonts");
const require = createRequire(import.meta.url);

const SYMBOLS = "ÅåσχµμπαβγΔρ°²³¹⁰⁴⁵⁶⁷⁸⁹⁻⁺₀₁₂₃×−±≤≥≠→←↑↓√∞≈·…–—‘’“”′″•\u2009\u202f\u00a0\u2002";
const PAGE = [range(0x20, 0x7e), range(0xa0, 0xff), SYMBOLS].join("");
const PDF = [PAGE, range(0x100, 0x17f), range(0x370, 0x3ff), range(0x400, 0x45f), "✓⚠"].join("");

const FACES = [
  { name: "Inter-400", file: "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf" },
  { name: "Inter-500", file: "@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf" },
  { name: "Inter-600", file: "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf" },
  { name: "SourceSerif4-400", file: "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf" },
  { name: "SourceSerif4-600", file: "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf" },
];

await mkdir(OUT, { recursive: true });
for (const { name, file } of FACES) {
  const face = await readFile(require.resolve(file));
  for (const [targetFormat, text] of [
    ["woff2", PAGE],
    ["truetype", PDF],
  ]) {
    const subset = await subsetFont(face, text, { targetFormat });
    await writeFile(join(OUT, `${name}.${targetFormat === "truetype" ? "ttf" : "woff2"}`), subset);
  }
}

function range(first, last) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}
