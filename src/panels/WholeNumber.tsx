import { useId } from 'react';
import { SPECS } from '../state/settings';
import { settingWords } from '../text/settings';
import { useFigure, useLab } from './context';
import { useDraft } from './useDraft';

interface WholeNumberProps {
  readonly of: 'seed' | 'count';
}

/** A whole number that is typed: one out of range becomes the nearest in it, and what is none changes nothing. */
export function WholeNumber({ of }: WholeNumberProps) {
  const { lab, language } = useFigure();
  const value = useLab((state) => state.settings[of]);
  const id = useId();
  const spec = SPECS[of];
  if (spec.kind !== 'number') throw new Error(`${of} is not a number setting`);
  const { field } = useDraft(String(value), (text) => {
    const typed = text.trim() === '' ? Number.NaN : Math.round(Number(text));
    if (!Number.isFinite(typed)) return String(value);
    const next = Math.min(spec.max, Math.max(spec.min, typed));
    if (next !== value) void lab.set({ [of]: next });
    return String(next);
  });
  return (
    <div className="field">
      <label htmlFor={id}>{settingWords[language].names[of]}</label>
      <input id={id} type="number" min={spec.min} max={spec.max} step={1} {...field} />
    </div>
  );
}
