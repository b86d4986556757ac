interface ShownNumberProps {
  readonly name: string;
  /** With its unit. */
  readonly value: string;
  /** A word on what it says. */
  readonly says: string;
  /** Of which step it is; undefined before it is known. */
  readonly step: number | undefined;
}

/** A number, large. */
export function ShownNumber({ name, value, says, step }: ShownNumberProps) {
  return (
    <p className="large-number" data-step={step}>
      <span className="large-number-name">{name}</span> <output>{value}</output>
      <span className="fine">{says}</span>
    </p>
  );
}
