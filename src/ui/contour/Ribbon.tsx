import classes from "./contour.module.css";
import type { RibbonBand } from "./piece-bands.ts";

interface RibbonProps {
  readonly bands: readonly RibbonBand[];
  /** Place of a level in the picture. */
  readonly x: (level: number) => number;
  readonly y: number;
}

const HEIGHT = 15;
/** Units of the picture that a character takes. */
const CHARACTER = 6.2;

/** How many pieces the map is in, under the axis of levels. */
export function Ribbon({ bands, x, y }: RibbonProps) {
  return (
    <g className={classes.ribbon}>
      {bands.map(({ from, to, crowd, label }) => (
        <g key={from} data-crowd={crowd}>
          <title>{label}</title>
          <rect x={x(from)} y={y} width={x(to) - x(from)} height={HEIGHT} />
          {x(to) - x(from) > CHARACTER * label.length && (
            <text x={(x(from) + x(to)) / 2} y={y + 11.5} textAnchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
