import { useId, useState } from 'react';
import type { Family } from '../math/posterior';
import { type Key, type Settings, SPECS } from '../state/settings';
import { parseWidths } from '../state/widths';
import { hints } from '../text/hints';
import { Choice } from './Choice';
import { useFigure, useFrameValue, useLab } from './context';
import { NONE, percent, short } from './numbers';
import { rangeWords } from './rangeWords';
import { Slider } from './Slider';
import { useDraft } from './useDraft';

/** The control of any setting. */
export function Setting({ of }: { of: Key }) {
  const { lab, words, language } = useFigure();
  const value = useLab((state) => state.settings[of]);
  const latent = useLab((state) => state.settings.latent);
  const spec = SPECS[of];
  if (of === 'axisX' || of === 'axisY') return <Choice of={of} omit={(choice) => Number(choice) > latent} />;
  if (of === 'holdout' && spec.kind === 'choice') {
    const names = spec.choices.map((share) => [share, percent(Number(share))]);
    return <Choice of={of} rename={Object.fromEntries(names)} />;
  }
  const says = hints[language];
  if (of === 'posterior') return <Choice of={of} hint={says.posterior[value as Family]} />;
  if (of === 'likelihood') return <LikelihoodChoice />;
  if (spec.kind === 'choice') return <Choice of={of} />;
  if (spec.kind === 'widths') return <Widths />;
  if (spec.kind === 'number' && spec.scale === 'linear' && spec.integer) return <WholeNumber of={of} />;
  if (spec.kind !== 'number') return null;
  return (
    <Slider
      of={of}
      value={value as number}
      name={words.settings[of]}
      {...(of === 'samples' && { hint: says.samples })}
      onChange={(next) => void lab.set({ [of]: next } as Partial<Settings>)}
    />
  );
}

/** With the σ̃ that is trained along, where one is. */
function LikelihoodChoice() {
  const { language } = useFigure();
  const isLearned = useLab((state) => state.settings.likelihood === 'gaussian-learned');
  const sigmaX = useFrameValue((frame) => (frame?.sigmaX == null ? NONE : short(frame.sigmaX)));
  return <Choice of="likelihood" hint={isLearned ? hints[language].learnedSigma(sigmaX) : undefined} />;
}

function WholeNumber({ of }: { of: Key }) {
  const { lab, words } = useFigure();
  const value = useLab((state) => state.settings[of]) as number;
  const id = useId();
  const spec = SPECS[of];
  if (spec.kind !== 'number') throw new Error(`${of} is not a number setting`);
  const field = useDraft(String(value), (text) => {
    const next = Math.round(Number(text));
    void lab.set({ [of]: Math.min(spec.max, Math.max(spec.min, Number.isFinite(next) ? next : value)) });
  });
  return (
    <div className="field">
      <label htmlFor={id}>{words.settings[of]}</label>
      <input id={id} type="number" min={spec.min} max={spec.max} step={1} {...field} />
    </div>
  );
}

function Widths() {
  const { lab, words } = useFigure();
  const hidden = useLab((state) => state.settings.hidden);
  const [bad, setBad] = useState(false);
  const id = useId();
  const field = useDraft(hidden.join(' '), (text) => {
    const widths = parseWidths(text.replace(/^[\s,–-]+|[\s,–-]+$/g, ''), /[\s,–-]+/);
    try {
      void lab.set({ hidden: widths });
      setBad(false);
    } catch {
      setBad(true);
    }
  });
  return (
    <div className="field">
      <label htmlFor={id}>{words.settings.hidden}</label>
      <input id={id} type="text" inputMode="numeric" aria-describedby={`${id}-hint`} aria-invalid={bad} {...field} />
      <p className="fine" id={`${id}-hint`} role={bad ? 'alert' : undefined}>
        {bad ? words.badHidden(rangeWords(SPECS.hidden, words)) : words.hiddenHint}
      </p>
    </div>
  );
}
