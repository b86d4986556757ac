import { type ComponentProps, useId } from 'react';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly name: string;
  /** Said while what is written is nothing that is taken; null while it is. */
  readonly wrong: string | null;
  /** What may be chosen instead of writing it. */
  readonly suggestions?: readonly string[];
}

/** A labelled line of text, with a sentence under it while it cannot be taken. */
export function TextField({ name, wrong, suggestions = [], ...input }: TextFieldProps) {
  const id = useId();
  const offers = suggestions.length > 0;
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="text"
        list={offers ? `${id}-offers` : undefined}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        {...input}
      />
      {offers && (
        <datalist id={`${id}-offers`}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {wrong !== null && (
        <p className="fine" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
