import { SegmentedControl } from "@mantine/core";
import type { Reading } from "../../checks/check.ts";
import { scoreText } from "../../report/findings.ts";
import type { Report } from "../../report/report.ts";
import { useActions, useAppState } from "../app-context.tsx";

/** The two readings, each with its score. */
export function ReadingSwitch({ report }: { report: Report | null }) {
  const reading = useAppState((state) => state.reading);
  const { setReading } = useActions();
  const label = (name: string, of: Reading) => (report ? `${name} ${scoreText(report.score[of])}` : name);
  return (
    <SegmentedControl
      aria-label="Reading"
      value={reading}
      onChange={(value) => setReading(value as Reading)}
      data={[
        { value: "corrected", label: label("Corrected", "corrected") },
        { value: "vrs", label: label("VRS", "vrs") },
      ]}
    />
  );
}
