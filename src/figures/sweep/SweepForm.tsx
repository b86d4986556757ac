import { useId } from 'react';
import { useStore } from 'zustand';
import { rangeWords } from '../../panels/rangeWords';
import { Select } from '../../panels/Select';
import { useDraft } from '../../panels/useDraft';
import { type Settings, SPECS } from '../../state/settings';
import type { SweepDesk } from '../../state/sweepDesk';
import { MODELS, parseValues, STEPS, SWEPT, type SweepPlan } from '../../state/sweepPlan';
import { sweepsNothing, sweptSettings } from '../../state/sweptSettings';
import { compareWords } from '../../text/compare';
import { rangesIn } from '../../text/ranges';
import { sweepWords } from '../../text/sweep';
import { type SaidKey, settingText } from '../compare/settingText';
import { usePage } from '../context';
import { useBase } from './useBase';

/** What is said of the rest: the settings that decide most of what comes out. */
const SAID: readonly SaidKey[] = [
  'variant',
  'likelihood',
  'binary',
  'posterior',
  'hidden',
  'latent',
  'beta',
  'noiseScale',
  'seed',
];

/** Of those, the ones that are said only where they are not as usual. */
const SAID_IF_CHOSEN: readonly SaidKey[] = ['variant', 'binary'];

const valuesText = ({ values }: SweepPlan): string => values.join(', ');

/** What is to be swept, and the button that begins. */
export function SweepForm({ desk }: { desk: SweepDesk }) {
  const { words, language } = usePage();
  const says = sweepWords[language];
  const plan = useStore(desk.store, (state) => state.plan);
  const { base } = useBase();
  const settings = useStore(base.lab.store, (state) => state.settings);
  const isFutile = sweepsNothing(plan, settings);
  const begun = useStore(desk.store, (state) => state.sweep !== null);
  const id = useId();
  /** Takes what is typed into the plan. @returns the plan, or null where it does not fit */
  const planWith = (changes: Partial<SweepPlan>): SweepPlan | null => {
    try {
      desk.set(changes);
    } catch {
      return null;
    }
    return desk.store.getState().plan;
  };
  const values = useDraft(
    valuesText(plan),
    (text) => {
      const next = planWith({ values: parseValues(text) });
      return next && valuesText(next);
    },
    plan.setting,
  );
  const steps = useDraft(String(plan.steps), (text) => {
    const next = planWith({ steps: Number(text) });
    return next && String(next.steps);
  });
  const spec = SPECS[plan.setting];
  const counts = [String(MODELS.min), String(MODELS.max)] as const;
  const problems = [
    ...(values.refused ? [says.badValues(rangeWords(spec, language), ...counts)] : []),
    ...(steps.refused ? [says.badSteps(rangesIn[language].whole(String(STEPS.min), String(STEPS.max)))] : []),
  ];
  const describedBy = problems.length === 0 ? undefined : `${id}-problem`;
  return (
    <form
      className="sweep-form"
      onSubmit={(event) => {
        event.preventDefault();
        // All that is wrong is said at once, and a sweep that is there stays.
        const fit = [values.take(), steps.take()];
        if (!fit.includes(false)) desk.start();
      }}
    >
      <div className="sweep-fields">
        <Select
          name={says.what}
          value={plan.setting}
          all={SWEPT}
          nameOf={(setting) => says.settings[setting]}
          // With it come its usual values.
          onChange={(setting) => desk.set({ setting })}
        />
        <div className="field sweep-values">
          <label htmlFor={`${id}-values`}>{says.values}</label>
          <input
            id={`${id}-values`}
            type="text"
            inputMode="decimal"
            title={says.valuesHint(...counts)}
            aria-invalid={values.refused}
            aria-describedby={describedBy}
            {...values.field}
          />
        </div>
        <div className="field sweep-steps">
          <label htmlFor={`${id}-steps`}>{says.steps}</label>
          <input
            id={`${id}-steps`}
            type="text"
            inputMode="numeric"
            aria-invalid={steps.refused}
            aria-describedby={describedBy}
            {...steps.field}
          />
        </div>
        <button type="submit" className="button button-strong" disabled={isFutile}>
          {begun ? says.again : says.start}
        </button>
      </div>
      {problems.length > 0 && (
        <p className="fine sweep-problem" id={`${id}-problem`} role="alert">
          {problems.join(words.space)}
        </p>
      )}
      {isFutile ? (
        <p className="fine" role="status">
          {says.futile}
        </p>
      ) : (
        <Base plan={plan} lab={settings} />
      )}
    </form>
  );
}

/** How the models are in everything that is not swept. */
function Base({ plan, lab }: { readonly plan: SweepPlan; readonly lab: Settings }) {
  const { words, language } = usePage();
  const says = sweepWords[language];
  const { isShown } = useBase();
  const settings = sweptSettings(plan, lab)[0]!;
  const isUsual = (key: SaidKey): boolean => SAID_IF_CHOSEN.includes(key) && settings[key] === SPECS[key].default;
  const rest = SAID.filter((key) => key !== plan.setting && !isUsual(key));
  const list = [
    words.choices.data[settings.data] ?? settings.data,
    ...rest.map((key) => settingText(key, settings[key], language)),
  ].join(compareWords[language].and);
  const others = (['noiseScale', 'beta'] as const).filter((key) => key !== plan.setting && settings[key] !== lab[key]);
  const noNoise = plan.setting !== 'noiseScale' && settings.noiseScale === 0;
  const whyNoRate = settings.posterior === 'point' ? 'points' : noNoise ? 'noNoise' : null;
  const sentences = [
    says.base(list, isShown),
    ...others.map((key) => says.instead(key, isShown)),
    ...(whyNoRate === null ? [] : [says.noRate[whyNoRate]]),
  ];
  return <p className="fine">{sentences.join(words.space)}</p>;
}
