import { useId } from 'react';
import type { Family } from '../math/family';
import { type Settings, SPECS } from '../state/settings';
import { parseWidths } from '../state/widths';
import { hints } from '../text/hints';
import { settingWords } from '../text/settings';
import { Choice } from './Choice';
import { useFigure, useFrameValue, useLab } from './context';
import type { FoldedKey } from './folded';
import { NONE, percent, short } from './numbers';
import { rangeWords } from './rangeWords';
import { Slider } from './Slider';
import { useDraft } from './useDraft';
import { WholeNumber } from './WholeNumber';

/** The control of a setting that is folded where it is not of much use. */
export function Setting({ of }: { of: FoldedKey }) {
  const { lab, language } = useFigure();
  const value = useLab((state) => state.settings[of]);
  const latent = useLab((state) => state.settings.latent);
  const spec = SPECS[of];
  const says = hints[language];
  const { names, choices } = settingWords[language];
  const choice = { of, name: names[of], names: choices[of] };
  if (of === 'axisX' || of === 'axisY') return <Choice {...choice} omit={(axis) => Number(axis) > latent} />;
  if (of === 'holdout' && spec.kind === 'choice') {
    const shares = spec.choices.map((share) => [share, percent(Number(share))]);
    return <Choice {...choice} names={Object.fromEntries(shares)} />;
  }
  if (of === 'posterior') return <Choice {...choice} hint={says.posterior[value as Family]} />;
  if (of === 'binary') return <Choice {...choice} hint={says.binary[value as Settings['binary']]} />;
  if (of === 'likelihood') return <LikelihoodChoice />;
  if (spec.kind === 'choice') return <Choice {...choice} />;
  if (spec.kind === 'widths') return <Widths />;
  if (of === 'seed') return <WholeNumber of={of} />;
  return (
    <Slider
      of={of}
      value={value as number}
      name={names[of]}
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
  const { names, choices } = settingWords[language];
  return (
    <Choice
      of="likelihood"
      name={names.likelihood}
      names={choices.likelihood}
      hint={isLearned ? hints[language].learnedSigma(sigmaX) : undefined}
    />
  );
}

function Widths() {
  const { lab, language } = useFigure();
  const says = settingWords[language];
  const hidden = useLab((state) => state.settings.hidden);
  const id = useId();
  const { field, refused } = useDraft(hidden.join(' '), (text) => {
    const widths = parseWidths(text.replace(/^[\s,–-]+|[\s,–-]+$/g, ''), /[\s,–-]+/);
    try {
      void lab.set({ hidden: widths });
      return widths.join(' ');
    } catch {
      return null;
    }
  });
  return (
    <div className="field">
      <label htmlFor={id}>{says.names.hidden}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        aria-describedby={`${id}-hint`}
        aria-invalid={refused}
        {...field}
      />
      <p className="fine" id={`${id}-hint`} role={refused ? 'alert' : undefined}>
        {refused ? says.badWidths(rangeWords(SPECS.hidden, language)) : says.widths}
      </p>
    </div>
  );
}
