import { useState } from 'react';
import { changedKeys } from '../../state/checkSetting';
import type { Lab } from '../../state/lab';
import { KEYS, type Settings, SPECS } from '../../state/settings';
import { questionWords } from '../../text/questions';
import type { QuestionNumbers } from '../../worker/jobAnswers';
import type { Dataset } from '../../worker/libraryProtocol';
import { useFigure, useLab } from '../context';
import { short } from '../numbers';
import { turn, useTurnHidden } from '../turn';
import { useOutline } from '../useOutline';
import { Comparison } from './Comparison';
import { completenessSentence, continuitySentences } from './sentences';

/** Answers of an earlier moment, and what they are answers about. */
interface Kept {
  readonly answers: QuestionNumbers;
  readonly dataset: Dataset | null;
  readonly settings: Settings;
}

/**
 * What must be as it was for answers to be laid side by side: all that makes the run and its objective, but β and σ,
 * which they are headed by.
 */
const COMPARABLE = KEYS.filter(
  (key) => (SPECS[key].restart || SPECS[key].group === 'objective') && key !== 'beta' && key !== 'noiseScale',
);

/** Whether answers are of the same images, axes and model, so that β, σ and the steps between are all that differs. */
const isComparable = (before: Kept, now: Kept): boolean =>
  before.dataset === now.dataset &&
  String(before.answers.axes) === String(now.answers.axes) &&
  !changedKeys(before.settings, now.settings).some((key) => COMPARABLE.includes(key));

/** They stay while the panel is closed. */
const kept = new WeakMap<Lab, Kept>();

/** How regular the space is, its regular version, and the answers before it beside those of now. */
export function Regular({ answers }: { answers: QuestionNumbers }) {
  const figure = useFigure();
  const { lab, language } = figure;
  const says = questionWords[language];
  const { space } = figure.words;
  const named = useOutline();
  const isRegular = useLab(({ settings }) => settings.beta === 1 && settings.noiseScale === 1);
  const isTrained = useLab(({ run }) => run !== null && run.engine !== 'layers');
  const isPoint = named.family === 'point';
  const dataset = useLab((state) => state.dataset);
  const settings = useLab((state) => state.settings);
  const now = { answers, dataset, settings };
  const turnHidden = useTurnHidden();
  const [before, setBefore] = useState<Kept | null>(() => kept.get(lab) ?? null);
  const keep = (those: Kept | null): void => {
    if (those === null) kept.delete(lab);
    else kept.set(lab, those);
    setBefore(those);
  };
  return (
    <section>
      <h3>{says.asked.regular}</h3>
      <p>
        {isPoint
          ? says.pointsStay
          : isRegular
            ? says.isRegular
            : says.notRegular(short(answers.beta), short(answers.noiseScale))}
      </p>
      {!isRegular && isTrained && !isPoint && !turnHidden && (
        <button
          type="button"
          className="button regularise"
          onClick={() => {
            keep(now);
            void turn(figure, 1);
          }}
        >
          {says.regularise}
        </button>
      )}
      <p>
        <b>{says.continuityName}</b> {continuitySentences(answers, named, says).join(space)}
        {space}
        <span className="fine">{says.continuityMeans}</span>
      </p>
      <p>
        <b>{says.completenessName}</b> {completenessSentence(answers, says)}
        {space}
        <span className="fine">{says.completenessMeans}</span>
      </p>
      {before !== null && isComparable(before, now) && (
        <Comparison before={before.answers} now={answers} forget={() => keep(null)} />
      )}
    </section>
  );
}
