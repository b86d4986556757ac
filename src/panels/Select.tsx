import { useId } from 'react';

interface SelectProps<T extends string> {
  readonly name: string;
  /** Null where it is none of those that can be chosen. */
  readonly value: T | null;
  readonly all: readonly T[];
  /** What stands there for a value that is none of them. */
  readonly other?: string;
  readonly title?: string;
  nameOf(each: T): string;
  onChange(value: T): void;
}

/** One of several, chosen in a labelled list. */
export function Select<T extends string>({ name, value, all, other, title, nameOf, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <select id={id} title={title} value={value ?? ''} onChange={({ target }) => onChange(target.value as T)}>
        {value === null && (
          <option value="" disabled>
            {other}
          </option>
        )}
        {all.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
