import { type ErrorCode, type ErrorFields, isMapError } from "../core/errors.ts";

/** What went wrong, for the page: the title is ours, the sentence is the error's own. */
export interface Fault {
  readonly code: ErrorCode;
  readonly title: string;
  readonly sentence: string;
  readonly help: readonly string[];
  readonly fields: ErrorFields;
}

interface Words {
  readonly title: string;
  readonly help: readonly string[];
}

const ANOTHER_COPY = "Download or copy the file again; an interrupted transfer is the usual cause.";
const NOTHING_LOST = "Nothing was sent anywhere, and other tabs and files are untouched.";

const WORDS: Readonly<Record<ErrorCode, Words>> = {
  "map.notAMap": {
    title: "This file is not a density map",
    help: [
      "MapAssay reads MRC and CCP4 maps (.map, .mrc, .ccp4, .rec), plain or packed as .gz, .bz2 or .zip.",
      ANOTHER_COPY,
    ],
  },
  "map.impossibleHeader": {
    title: "The header cannot be true",
    help: [ANOTHER_COPY, "Write the map again with the program that made it, or rewrite its header with that program."],
  },
  "map.unsupportedMode": {
    title: "The values are stored in a way that is not read",
    help: ["Write the map as 32-bit real numbers (mode 2) with the program that made it."],
  },
  "map.truncated": {
    title: "Part of the map is missing",
    help: [ANOTHER_COPY, "If it came as .gz, drop the .gz itself: MapAssay unpacks it and checks its checksum."],
  },
  "map.nonFinite": {
    title: "The map holds values that are not numbers",
    help: ["Write the map again with the program that made it; a division by zero in a mask is the usual cause."],
  },
  "map.needsVoxelSize": {
    title: "The header does not say how large a voxel is",
    help: ["Give the voxel size in Å; the deposition and the processing program name it."],
  },
  "map.crystal": {
    title: "This map is of a crystal",
    help: [
      "Its slices and statistics can be looked at; the checks are made for single particles in an orthogonal box.",
    ],
  },
  "map.compression": {
    title: "The file could not be unpacked",
    help: [ANOTHER_COPY, "Unpack it with another program and drop the map itself."],
  },
  "map.tooLarge": {
    title: "The map does not fit into this browser’s memory",
    help: [
      "Close other tabs, or run MapAssay on the command line, where all of the machine’s memory is at hand.",
      "Open it binned by 2: each voxel the mean of 2 × 2 × 2. The report says so.",
    ],
  },
  "report.notAReport": {
    title: "This file is no report of MapAssay",
    help: ["Choose a report as PDF, HTML or JSON, as MapAssay wrote it."],
  },
  "report.otherSchema": {
    title: "This report is of another schema",
    help: ["Verify it with the version of MapAssay that wrote it, which the report names."],
  },
  "parameter.invalid": {
    title: "One of the numbers given cannot be used",
    help: ["Change the contour level, resolution or voxel size and run again."],
  },
  "memory.exhausted": {
    title: "The memory ran out",
    help: [
      "Close other tabs and run again, or run MapAssay on the command line.",
      "Open it binned by 2: each voxel the mean of 2 × 2 × 2. The report says so.",
      NOTHING_LOST,
    ],
  },
  "worker.died": {
    title: "The browser stopped a part of the measurement",
    help: ["Run again. If it stops again, memory is short: close other tabs first.", NOTHING_LOST],
  },
  "job.failed": {
    title: "A fault in MapAssay stopped this step",
    help: ["Run again. If it stops again, the code below says where; a report of it is welcome.", NOTHING_LOST],
  },
};

/** Words for anything thrown; what is not a `MapError` is a fault of our own. */
export function faultOf(error: unknown): Fault {
  if (isMapError(error)) {
    return { ...WORDS[error.code], code: error.code, sentence: error.message, fields: error.fields };
  }
  const sentence = error instanceof Error ? error.message : String(error);
  return { ...WORDS["job.failed"], code: "job.failed", sentence, fields: {} };
}

/** "map.truncated · expected 4001024 · found 2636800": what to quote in a bug report. */
export function faultDetails({ code, fields }: Fault): string {
  const values = Object.entries(fields).map(
    ([name, value]) => `${name} ${Array.isArray(value) ? value.join(", ") : value}`,
  );
  return [code, ...values].join(" · ");
}

/** True for the rejection that a cancelled step ends in. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
