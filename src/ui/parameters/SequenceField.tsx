import { Button, Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import { formatCount, formatDecimal } from "../../core/format/numbers.ts";
import { type SequenceMass, sequenceMass } from "../../core/sequence/sequence-mass.ts";
import { useActions } from "../app-context.tsx";
import { faultOf } from "../messages.ts";
import classes from "./parameters.module.css";

/** The expected mass from pasted sequences; what is used is the protein that fills their volume. */
export function SequenceField() {
  const [text, setText] = useState("");
  const { setParameters } = useActions();
  const result = useMemo(() => read(text), [text]);
  const mass = typeof result === "object" ? result : null;
  return (
    <div className={classes.sequence}>
      <Textarea
        aria-label="Sequences in FASTA format, each chain as often as it is there"
        placeholder="FASTA: protein, DNA or RNA, each chain as often as it is there"
        rows={3}
        value={text}
        error={typeof result === "string" ? result : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {mass && (
        <p className="small">
          {massText(mass)}{" "}
          <Button
            variant="default"
            onClick={() => setParameters({ molecularMass: Number(mass.proteinEquivalent.toFixed(2)) })}
          >
            Use {formatDecimal(mass.proteinEquivalent, 2)} kDa
          </Button>
        </p>
      )}
    </div>
  );
}

function read(text: string): SequenceMass | string | null {
  if (text.trim() === "") return null;
  try {
    return sequenceMass(text);
  } catch (error) {
    return faultOf(error).sentence;
  }
}

/** "Protein 50.10 kDa, RNA 20.00 kDa: as large as 65.23 kDa of protein, because nucleic acid is denser." */
function massText({ masses, proteinEquivalent, unknownResidues, ambiguousBases }: SequenceMass): string {
  const kinds = (["protein", "DNA", "RNA"] as const).filter((kind) => masses[kind] > 0);
  const parts = kinds.map((kind) => `${kind} ${formatDecimal(masses[kind], 2)} kDa`).join(", ");
  const own = `${parts[0]!.toUpperCase()}${parts.slice(1)}`;
  const equivalent = `: as large as ${formatDecimal(proteinEquivalent, 2)} kDa of protein, because nucleic acid is denser`;
  const notes = [
    unknownResidues > 0 && ` Unknown residues (X): ${formatCount(unknownResidues)}, counted at 110 Da each.`,
    ambiguousBases > 0 && ` Ambiguous bases: ${formatCount(ambiguousBases)}, counted at the mean of those they may be.`,
  ];
  return `${own}${masses.DNA + masses.RNA > 0 ? equivalent : ""}.${notes.filter(Boolean).join("")}`;
}
