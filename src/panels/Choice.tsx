import { useId } from 'react';
import { type Key, type Settings, SPECS } from '../state/settings';
import { useFigure, useHidden, useLab } from './context';

interface ChoiceProps {
  readonly of: Key;
  readonly hideLabel?: boolean;
  /** Choices that cannot be taken now. */
  readonly omit?: (choice: string) => boolean;
  /** Names of choices that say more than the usual ones. */
  readonly rename?: Readonly<Record<string, string>>;
  readonly title?: string;
  /** What a reader may want to know of the present choice. */
  readonly hint?: string | undefined;
}

/** A choice setting as a labelled select. */
export function Choice({ of, hideLabel, omit, rename, title, hint }: ChoiceProps) {
  const { lab, words } = useFigure();
  const value = useLab((state) => state.settings[of]);
  const id = useId();
  const hidden = useHidden(of);
  const spec = SPECS[of];
  if (spec.kind !== 'choice') throw new Error(`${of} is not a choice setting`);
  if (hidden) return null;
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'hidden' : undefined}>
        {words.settings[of]}
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
        {spec.choices
          .filter((choice) => !omit?.(String(choice)))
          .map((choice) => (
            <option key={choice} value={choice}>
              {rename?.[String(choice)] ?? words.choices[of]?.[String(choice)] ?? choice}
            </option>
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
