import { useId } from 'react';
import { type Key, type Settings, SPECS } from '../state/settings';
import { useFigure, useLab } from './context';

/** A choice setting as a labelled select. */
export function Choice({ of, hideLabel, omit }: { of: Key; hideLabel?: boolean; omit?: (choice: string) => boolean }) {
  const { lab, words } = useFigure();
  const value = useLab((state) => state.settings[of]);
  const id = useId();
  const spec = SPECS[of];
  if (spec.kind !== 'choice') throw new Error(`${of} is not a choice setting`);
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'hidden' : undefined}>
        {words.settings[of]}
      </label>
      <select
        id={id}
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
              {words.choices[of]?.[String(choice)] ?? choice}
            </option>
          ))}
      </select>
    </div>
  );
}
