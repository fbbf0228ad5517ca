/**
 * Elementary functions from + − × ÷ and bit access alone. ECMAScript leaves the last bits of Math.exp and its like to the
 * engine; these give the same bits everywhere, so that a report can be compared byte for byte.
 * Method of reduction and series: J.-M. Muller, Elementary Functions, 3rd ed. (2016), ch. 11; all constants derived.
 */
export { exp, log, pow } from "./exponential.ts";
export { atan2, cos, LARGEST_ANGLE, sin } from "./trigonometric.ts";
