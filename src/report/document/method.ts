import type { CheckResult } from "../../checks/check.ts";
import { citationsOf } from "../text/citations.ts";
import type { ReferenceName } from "../text/references.ts";
import { cite } from "./cite.ts";
import type { Span } from "./piece.ts";

/** " Method: Kaur et al. 2021.", or that the method is our own and which one VRS has; begins with a blank. */
export function methodSpans({ key }: CheckResult): Span[] {
  const { method, inVrs = [] } = citationsOf(key);
  if (inVrs.length > 0) {
    return [
      { text: " VRS does this with a neural network (" },
      ...cited(inVrs),
      { text: "); MapAssay has a method of its own in VRS’s place, which stays out of the VRS score." },
    ];
  }
  return [{ text: ` ${method.length === 1 ? "Source" : "Sources"}: ` }, ...cited(method), { text: "." }];
}

function cited(names: readonly ReferenceName[]): Span[] {
  return names.flatMap((name, i) => (i === 0 ? [cite(name)] : [{ text: "; " }, cite(name)]));
}
