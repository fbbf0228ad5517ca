import { Button, Kbd } from "@mantine/core";
import { type ReactNode, Suspense, useState } from "react";
import type { OpenedMap } from "../../engine/engine.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { lazyPart } from "../lazy-part.ts";
import { focusInvalidField } from "./invalid-field.ts";
import { parseLength } from "./model.ts";
import { NumberField } from "./NumberField.tsx";
import classes from "./parameters.module.css";

const EntryFields = lazyPart(() => import("./EntryFields.tsx").then((part) => part.EntryFields));
const SequenceField = lazyPart(() => import("./SequenceField.tsx").then((part) => part.SequenceField));

/** Resolution and voxel size, and the button that starts the checks. */
export function ParametersForm({ map }: { map: OpenedMap }) {
  const { resolution, molecularMass } = useAppState((state) => state.parameters);
  const { setParameters, giveVoxelSize } = useActions();
  return (
    <section className={classes.form} aria-label="Parameters">
      <div className={classes.fields}>
        <NumberField
          label="Reported resolution"
          unit="Å"
          placeholder="optional"
          value={resolution}
          parse={parseLength}
          problem="A length above 0 Å"
          commit="typing"
          onCommit={(value) => setParameters({ resolution: value })}
        />
        <NumberField
          label={map.voxelSizeSource === "user" ? "Voxel size (yours)" : "Voxel size"}
          unit="Å"
          value={map.grid.voxelSize[0]}
          parse={parseLength}
          problem="A length above 0 Å"
          commit="leaving"
          onCommit={(value) => value !== null && giveVoxelSize(value)}
        />
        <NumberField
          label="Expected mass"
          unit="kDa"
          placeholder="optional"
          value={molecularMass ?? null}
          parse={parseLength}
          problem="A mass above 0 kDa"
          commit="typing"
          onCommit={(value) => setParameters({ molecularMass: value })}
        />
      </div>
      <Details summary="Mass from a sequence">
        <SequenceField />
      </Details>
      <Details summary="Title and entry">
        <EntryFields />
      </Details>
      {map.cell === "crystal" ? (
        <p className="two">
          This map is of a crystal: its slices and statistics can be looked at, and the checks do not apply to it.
        </p>
      ) : (
        <Start />
      )}
    </section>
  );
}

/** Fields that few need: their code is fetched when they are first opened. */
function Details({ summary, children }: { summary: string; children: ReactNode }) {
  const [state, setState] = useState<"closed" | "open">("closed");
  return (
    <details onToggle={(event) => event.currentTarget.open && setState("open")}>
      <summary>{summary}</summary>
      <Suspense>{state === "open" && children}</Suspense>
    </details>
  );
}

function Start() {
  const resolution = useAppState((state) => state.parameters.resolution);
  const { run } = useActions();
  return (
    <div className={classes.start}>
      <Button size="lg" onClick={() => focusInvalidField() || run()}>
        Run the checks
      </Button>
      <span className="small quiet">{resolution === null ? "0.d to 0.h need a reported resolution" : ""}</span>
      <Kbd className="push">R</Kbd>
    </div>
  );
}
