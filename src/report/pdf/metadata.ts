import { strToU8, zlibSync } from "fflate";
import { encodeBase64 } from "../base64.ts";
import { REPORT_PROPERTY } from "../embedding.ts";
import { renderJson } from "../render-json.ts";
import type { Report } from "../report.ts";

/**
 * The report in the file's XMP metadata (ISO 16684-1), as one simple property of a namespace of our own: its JSON,
 * deflated (RFC 1950), as base64. ASCII, so that every reader of the file counts the same bytes.
 */
export function reportMetadata(report: Report): string {
  const held = encodeBase64(zlibSync(strToU8(renderJson(report)), { level: 9 }));
  return [
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:mapassay="urn:mapassay:report:1/">',
    `<${REPORT_PROPERTY}>${held}</${REPORT_PROPERTY}>`,
    "</rdf:Description>",
    "</rdf:RDF>",
    "</x:xmpmeta>",
    '<?xpacket end="r"?>',
  ].join("\n");
}
