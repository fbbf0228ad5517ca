import { TextInput } from "@mantine/core";
import { useState } from "react";
import { editableNumber } from "./model.ts";

interface NumberFieldProps {
  readonly label: string;
  readonly labelling?: "shown" | "spoken";
  readonly unit?: string;
  readonly placeholder?: string;
  readonly value: number | null;
  readonly parse: (text: string) => number | null | "invalid";
  readonly problem: string;
  /** Called with every valid value, or only when the field is left. */
  readonly commit: "typing" | "leaving";
  readonly onCommit: (value: number | null) => void;
}

/** A field for one number. What is being typed is kept as typed until the field is left. */
export function NumberField({
  label,
  labelling = "shown",
  value,
  parse,
  problem,
  onCommit,
  ...rest
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const { commit, unit, placeholder } = rest;
  const accept = (text: string) => {
    const parsed = parse(text);
    if (parsed !== "invalid" && parsed !== value) onCommit(parsed);
  };
  const leave = () => {
    if (typed === null) return;
    if (commit === "leaving") accept(typed);
    if (parse(typed) !== "invalid") setTyped(null);
  };
  return (
    <TextInput
      {...(labelling === "shown" ? { label } : { "aria-label": label })}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? editableNumber(value)}
      placeholder={placeholder}
      error={typed !== null && parse(typed) === "invalid" ? problem : undefined}
      rightSection={unit && <span className="quiet">{unit}</span>}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        if (commit === "typing") accept(event.currentTarget.value);
      }}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Enter" && leave()}
    />
  );
}
