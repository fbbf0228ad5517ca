import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { LOOK_UP } from "../../site/look-up.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { type EmdbEntry, emdbIdOf, lookUpEntry } from "./emdb-entry.ts";
import classes from "./parameters.module.css";

/** Title, entry and date for the report's front page; where the build allows it, EMDB fills them on request. */
export function EntryFields() {
  const { title, emdbId, depositionDate } = useAppState((state) => state.parameters);
  const { setParameters } = useActions();
  const idIsWrong = emdbId !== undefined && emdbIdOf(emdbId) === null;
  return (
    <>
      <div className={classes.entry}>
        <TextInput
          label="Title"
          value={title ?? ""}
          onChange={(event) => setParameters({ title: event.currentTarget.value || undefined })}
        />
        <TextInput
          label="EMDB entry"
          placeholder="EMD-1997"
          value={emdbId ?? ""}
          error={idIsWrong && "EMD- and 4 to 6 digits"}
          onChange={(event) => setParameters({ emdbId: event.currentTarget.value || undefined })}
          onBlur={() => emdbId !== undefined && setParameters({ emdbId: emdbIdOf(emdbId) ?? undefined })}
        />
        <TextInput
          type="date"
          label="Deposited"
          value={depositionDate ?? ""}
          onChange={(event) => setParameters({ depositionDate: event.currentTarget.value || undefined })}
        />
      </div>
      {LOOK_UP === "emdb" && <LookUp emdbId={emdbIdOf(emdbId ?? "")} />}
    </>
  );
}

/** The one request that leaves the page, and only when this button is pressed. */
function LookUp({ emdbId }: { emdbId: string | null }) {
  const { setParameters } = useActions();
  const [state, setState] = useState<"rest" | "asking" | { readonly problem: string }>("rest");
  const ask = async (id: string) => {
    setState("asking");
    const answer = await lookUpEntry(id);
    if ("entry" in answer) setParameters(parametersOf(answer.entry));
    setState("entry" in answer ? "rest" : answer);
  };
  return (
    <div className={classes.start}>
      <Button
        variant="default"
        disabled={emdbId === null}
        loading={state === "asking"}
        onClick={() => emdbId && ask(emdbId)}
      >
        Ask EMDB
      </Button>
      <span className="small quiet" role={typeof state === "object" ? "alert" : undefined}>
        {typeof state === "object"
          ? state.problem
          : "Sends one request with the entry’s number to www.ebi.ac.uk, nothing of the map."}
      </span>
    </div>
  );
}

/** What the entry leaves open stays as it was. */
function parametersOf({ emdbId, title, depositionDate, contourLevel, resolution }: EmdbEntry) {
  return {
    emdbId,
    ...(title !== null && { title }),
    ...(depositionDate !== null && { depositionDate }),
    ...(contourLevel !== null && { contourLevel, contourSource: "emdb" as const }),
    ...(resolution !== null && { resolution }),
  };
}
