import { readFileSync } from "node:fs";

/** The most memory that the page's process ever held, bytes; `null` where the system does not tell (no /proc). */
export async function rendererPeak(browser) {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const peaks = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => residentPeak(id));
    return peaks.includes(null) || peaks.length === 0 ? null : Math.max(...peaks);
  } finally {
    await session.detach();
  }
}

function residentPeak(pid) {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kibibytes ? 1024 * Number(kibibytes) : null;
  } catch {
    return null;
  }
}
