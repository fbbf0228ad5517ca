import "@mantine/core/styles/Menu.css";
import { Button, Menu } from "@mantine/core";
import type { VolumeName } from "../../engine/engine.ts";
import { resultOf } from "../../report/measured.ts";
import type { Report } from "../../report/report.ts";
import { useActions, useAppState } from "../app-context.tsx";

interface Offer {
  readonly name: VolumeName;
  readonly title: string;
  /** The check that makes it. */
  readonly check: "mask" | "localBFactor" | "localOccupancy" | "localResolution";
}

const OFFERS: readonly Offer[] = [
  { name: "hardMask", title: "Hard mask", check: "mask" },
  { name: "softMask", title: "Soft mask", check: "mask" },
  { name: "localResolution", title: "Local resolution, Å", check: "localResolution" },
  { name: "localBFactor", title: "Local B-factor, Å²", check: "localBFactor" },
  { name: "localOccupancy", title: "Local occupancy", check: "localOccupancy" },
];

/** The volumes that the run left, each as an MRC file. */
export function VolumesMenu({ report }: { report: Report }) {
  const { downloadVolume } = useActions();
  const exporting = useAppState((app) => app.exporting);
  const made = OFFERS.filter(({ check }) => wasMeasured(report, check));
  if (made.length === 0) return null;
  return (
    <Menu position="top-start" shadow="md">
      <Menu.Target>
        <Button variant="default" loading={exporting === "volume"}>
          Volumes
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>MRC files that lie over the map</Menu.Label>
        {made.map(({ name, title }) => (
          <Menu.Item key={name} onClick={() => void downloadVolume(name)}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function wasMeasured(report: Report, check: Offer["check"]): boolean {
  return Object.keys(resultOf(report, check)?.measurements ?? {}).length > 0;
}
