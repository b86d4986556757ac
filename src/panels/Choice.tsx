import { useId } from 'react';
import type { Hideable } from '../state/embedLink';
import { type Key, type Settings, SPECS } from '../state/settings';
import { useFigure, useHidden, useLab } from './context';

interface ChoiceProps {
  readonly of: Key & Hideable;
  readonly name: string;
  /** Of its choices; one without is called by its value. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly hideLabel?: boolean;
  /** Choices that cannot be taken now. */
  readonly omit?: (choice: string) => boolean;
  /** What the group of a choice is called, where the list is divided; groups stand in the order of their first choices. */
  readonly groupOf?: (choice: string) => string;
  readonly title?: string | undefined;
  /** What a reader may want to know of the present choice. */
  readonly hint?: string | undefined;
}

/** A choice setting as a labelled select. */
export function Choice({ of, name, names, hideLabel, omit, groupOf, title, hint }: ChoiceProps) {
  const { lab } = useFigure();
  const value = useLab((state) => state.settings[of]);
  const id = useId();
  const hidden = useHidden(of);
  const spec = SPECS[of];
  if (spec.kind !== 'choice') throw new Error(`${of} is not a choice setting`);
  if (hidden) return null;
  const choices = spec.choices.map(String).filter((choice) => !omit?.(choice));
  const option = (choice: string) => (
    <option key={choice} value={choice}>
      {names?.[choice] ?? choice}
    </option>
  );
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'hidden' : undefined}>
        {name}
      </label>
      <select
        id={id}
        title={title}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={String(value)}
        onChange={(event) => {
          const choice = spec.choices.find((candidate) => String(candidate) === event.target.value);
          void lab.set({ [of]: choice } as Partial<Settings>);
        }}
      >
        {groupOf === undefined
          ? choices.map(option)
          : [...new Set(choices.map(groupOf))].map((group) => (
              <optgroup key={group} label={group}>
                {choices.filter((choice) => groupOf(choice) === group).map(option)}
              </optgroup>
            ))}
      </select>
      {hint !== undefined && (
        <p className="fine" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
