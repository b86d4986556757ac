interface ShownNumberProps {
  readonly name: string;
  /** With its unit. */
  readonly value: string;
  /** A word on what it says. */
  readonly says: string;
  /** Of which step it is; undefined before it is known. */
  readonly step: number | undefined;
  /** The name by which words of the text point at it, where there are several. */
  readonly part?: string;
}

/** A number, large. It changes all through the training, so it is not told by itself. */
export function ShownNumber({ name, value, says, step, part }: ShownNumberProps) {
  return (
    <p className="large-number" data-step={step} data-part={part}>
      <span className="large-number-name">{name}</span> <output aria-live="off">{value}</output>
      <span className="fine">{says}</span>
    </p>
  );
}
