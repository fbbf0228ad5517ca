import { type AxisOrder, toFileAxes } from "./axes.ts";
import type { MrcHeader } from "./header.ts";

/** How many volumes lie one after another in the file, and how many sections the first one has. */
export interface StackFinding {
  readonly volumes: number;
  readonly sections: number;
  readonly from: "spaceGroup" | "sampling" | "none";
}

const FIRST_STACK_GROUP = 401;
const LAST_STACK_GROUP = 630;

/**
 * Finds a stack of volumes: ISPG 401 to 630 with M below N along the sections (MRC2014; mrcfile 1.4.3 reads the same), or
 * ISPG 1 with 1 < M < N along the sections, N a multiple of M, and M = N along columns and rows, as programs older than
 * MRC2014 wrote them.
 *
 * ISPG 0 is one volume, although MRC2014 lets it mean images: maps are deposited with it. M = 1 is one volume too.
 */
export function findStack(header: MrcHeader, order: AxisOrder): StackFinding {
  const [columns, rows, sections] = toFileAxes(order, [header.mx, header.my, header.mz]);
  const whole = sections > 0 && sections < header.nz && header.nz % sections === 0;
  const split = (from: StackFinding["from"]) => ({ volumes: header.nz / sections, sections, from });
  if (whole && header.ispg >= FIRST_STACK_GROUP && header.ispg <= LAST_STACK_GROUP) return split("spaceGroup");
  const full = columns === header.nx && rows === header.ny;
  if (whole && full && sections > 1 && header.ispg === 1) return split("sampling");
  return { volumes: 1, sections: header.nz, from: "none" };
}
