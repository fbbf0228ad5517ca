import { MapError } from "../errors.ts";
import type { Triple } from "../volume/grid.ts";
import type { MrcHeader } from "./header.ts";

/** Which axis of space (0 x, 1 y, 2 z) the columns, rows and sections of the file run along. */
export interface AxisOrder {
  readonly spatial: Triple;
  readonly from: "header" | "assumed";
}

/**
 * The axis order of MAPC, MAPR, MAPS; 0, 0, 0, which old programs wrote, is taken as 1, 2, 3.
 * Throws `map.impossibleHeader` for anything that is not an order of 1, 2, 3.
 */
export function findAxisOrder(header: MrcHeader): AxisOrder {
  const { mapc, mapr, maps } = header;
  if (mapc === 0 && mapr === 0 && maps === 0) return { spatial: [0, 1, 2], from: "assumed" };
  if ([...new Set([mapc, mapr, maps])].sort().join() !== "1,2,3") {
    throw new MapError(
      "map.impossibleHeader",
      `The header gives the axes as ${mapc}, ${mapr}, ${maps}; only an order of 1, 2, 3 can be read. Ask for the file again, or repair MAPC, MAPR, MAPS.`,
      { mapc, mapr, maps },
    );
  }
  return { spatial: [mapc - 1, mapr - 1, maps - 1], from: "header" };
}

/** Values given per column, row and section axis, put in the order x, y, z. */
export function toSpatial(order: AxisOrder, perFileAxis: Triple): Triple {
  const spatial: [number, number, number] = [0, 0, 0];
  order.spatial.forEach((axis, i) => {
    spatial[axis] = perFileAxis[i];
  });
  return spatial;
}

/** Values given per x, y, z, put in the order columns, rows, sections. */
export function toFileAxes(order: AxisOrder, perSpatialAxis: Triple): Triple {
  const [columns, rows, sections] = order.spatial;
  return [perSpatialAxis[columns], perSpatialAxis[rows], perSpatialAxis[sections]];
}
