import { expect, test } from "vitest";
import { findByteOrder } from "../../../src/core/mrc/byte-order.ts";
import { readHeaderWords } from "../../../src/core/mrc/header.ts";
import { makeMrc } from "../../support/mrc-builder.ts";

test.each(["little", "big"] as const)("every word of a %s-endian header keeps its value and name", (byteOrder) => {
  const file = makeMrc({
    byteOrder,
    box: [4, 3, 2],
    axes: [3, 1, 2],
    start: [-1, 2, -3],
    sampling: [40, 30, 20],
    cell: [50, 60, 70.5],
    angles: [90, 94.25, 120],
    origin: [-1.5, 2.5, 3.5],
    spaceGroup: 4,
    extendedHeader: new Uint8Array(160),
    statistics: [-2, 8, 0.5],
    labels: ["::::EMDATABANK.org::::EMD-1997::::", "made\u0007here\u00b5"],
    words: { 25: 1 },
  });
  expect(readHeaderWords(file, byteOrder)).toEqual({
    nx: 2,
    ny: 4,
    nz: 3,
    mode: 2,
    nxstart: -1,
    nystart: 2,
    nzstart: -3,
    mx: 40,
    my: 30,
    mz: 20,
    cella: { x: 50, y: 60, z: 70.5 },
    cellb: { alpha: 90, beta: 94.25, gamma: 120 },
    mapc: 3,
    mapr: 1,
    maps: 2,
    dmin: -2,
    dmax: 8,
    dmean: 0.5,
    ispg: 4,
    nsymbt: 160,
    lskflg: 1,
    exttyp: "",
    nversion: 20140,
    origin: { x: -1.5, y: 2.5, z: 3.5 },
    map: "MAP",
    machst: byteOrder === "little" ? [0x44, 0x44, 0, 0] : [0x11, 0x11, 0, 0],
    rms: 0,
    nlabl: 2,
    labels: ["::::EMDATABANK.org::::EMD-1997::::", "made?here\u00b5"],
  });
});

test.each([
  { stamp: [0x44, 0x41, 0, 0], written: "little", from: "stamp" },
  { stamp: [0x44, 0x44, 0x20, 0x20], written: "little", from: "stamp" },
  { stamp: [0x11, 0x11, 0, 0], written: "little", from: "words" },
  { stamp: [0x44, 0x44, 0, 0], written: "big", from: "words" },
  { stamp: [0, 0, 0, 0], written: "big", from: "words" },
  { stamp: [0x4d, 0x41, 0x45, 0x20], written: "little", from: "words" },
] as const)("stamp $stamp on $written-endian words: $from decide", ({ stamp, written, from }) => {
  expect(findByteOrder(makeMrc({ byteOrder: written, stamp }))).toEqual({ byteOrder: written, from });
});

test("mode 0, which reads the same in both orders, does not confuse the byte order", () => {
  expect(findByteOrder(makeMrc({ mode: 0, byteOrder: "big", stamp: [0, 0, 0, 0] }))?.byteOrder).toBe("big");
});
