import { unzlibSync } from "fflate";

/** Where the text of a page ends above its foot, in points of an A4 page from its lower edge. */
const FOOT = 55;
const TOP = 842 - 83;

/**
 * How full each page of a PDF is, from 0 to 1, by its lowest line of text or lower edge of a picture above the foot. For
 * files as jsPDF writes them: one deflated content stream a page, in the order of the pages.
 */
export function pageFills(pdf: Uint8Array): number[] {
  return contentStreams(pdf).map((content) => {
    const texts = [...content.matchAll(/([\d.]+) Td$/gm)].map(([, y]) => Number(y));
    const pictures = [...content.matchAll(/([\d.]+) cm$/gm)].map(([, y]) => Number(y));
    const lowest = Math.min(...[...texts, ...pictures].filter((y) => y > FOOT));
    return (TOP - lowest) / (TOP - FOOT);
  });
}

function contentStreams(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString("latin1");
  const starts = [...text.matchAll(/\/Filter \/FlateDecode[^>]*>>\nstream\n/g)].map(
    ({ index, 0: head }) => index + head.length,
  );
  return starts
    .map((start) => Buffer.from(pdf.subarray(start, text.indexOf("\nendstream", start))))
    .filter((data) => data[0] === 0x78)
    .map((data) => Buffer.from(unzlibSync(data)).toString("latin1"))
    .filter((content) => content.includes(" Tf\n"));
}
