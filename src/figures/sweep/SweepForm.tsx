import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { rangeWords } from '../../panels/rangeWords';
import { Select } from '../../panels/Select';
import { useDraft } from '../../panels/useDraft';
import { SPECS } from '../../state/settings';
import type { SweepDesk } from '../../state/sweepDesk';
import { MODELS, parseValues, STEPS, SWEPT, type SweepPlan } from '../../state/sweepPlan';
import { sweptSettings } from '../../state/sweptSettings';
import { compareWords } from '../../text/compare';
import { rangesIn } from '../../text/ranges';
import { sweepWords } from '../../text/sweep';
import { type SaidKey, settingText } from '../compare/settingText';
import { usePage } from '../context';

/** What is said of the rest: the settings that decide most of what comes out. */
const SAID: readonly SaidKey[] = ['likelihood', 'posterior', 'hidden', 'latent', 'beta', 'noiseScale', 'seed'];

/** What is to be swept, and the button that begins. */
export function SweepForm({ desk }: { desk: SweepDesk }) {
  const { language } = usePage();
  const says = sweepWords[language];
  const plan = useStore(desk.store, (state) => state.plan);
  const begun = useStore(desk.store, (state) => state.sweep !== null);
  const [problem, setProblem] = useState<'values' | 'steps' | null>(null);
  const id = useId();

  const change = (what: 'values' | 'steps', changes: Partial<SweepPlan>): void => {
    try {
      desk.set(changes);
      setProblem(null);
    } catch {
      setProblem(what);
    }
  };
  const values = useDraft(plan.values.join(', '), (text) => change('values', { values: parseValues(text) }));
  const steps = useDraft(String(plan.steps), (text) => change('steps', { steps: Number(text) }));
  const spec = SPECS[plan.setting];
  const counts = [String(MODELS.min), String(MODELS.max)] as const;
  const said =
    problem === 'values'
      ? says.badValues(rangeWords(spec, language), ...counts)
      : problem === 'steps'
        ? says.badSteps(rangesIn[language].whole(String(STEPS.min), String(STEPS.max)))
        : null;
  return (
    <form
      className="sweep-form"
      onSubmit={(event) => {
        event.preventDefault();
        desk.start();
      }}
    >
      <div className="sweep-fields">
        <Select
          name={says.what}
          value={plan.setting}
          all={SWEPT}
          nameOf={(setting) => says.settings[setting]}
          onChange={(setting) => {
            setProblem(null);
            desk.set({ setting });
          }}
        />
        <div className="field sweep-values">
          <label htmlFor={`${id}-values`}>{says.values}</label>
          <input
            id={`${id}-values`}
            type="text"
            inputMode="decimal"
            title={says.valuesHint(...counts)}
            aria-invalid={problem === 'values'}
            aria-describedby={said === null ? undefined : `${id}-problem`}
            {...values}
          />
        </div>
        <div className="field sweep-steps">
          <label htmlFor={`${id}-steps`}>{says.steps}</label>
          <input
            id={`${id}-steps`}
            type="text"
            inputMode="numeric"
            aria-invalid={problem === 'steps'}
            aria-describedby={said === null ? undefined : `${id}-problem`}
            {...steps}
          />
        </div>
        <button type="submit" className="button button-strong">
          {begun ? says.again : says.start}
        </button>
      </div>
      {said !== null && (
        <p className="fine sweep-problem" id={`${id}-problem`} role="alert">
          {said}
        </p>
      )}
      <Base plan={plan} />
    </form>
  );
}

/** How the models are in everything that is not swept. */
function Base({ plan }: { plan: SweepPlan }) {
  const { site, words, language } = usePage();
  const says = sweepWords[language];
  const lab = useStore(site.labs.all[0]!.lab.store, ({ settings }) => settings);
  const settings = sweptSettings(plan, lab)[0]!;
  const rest = SAID.filter((key) => key !== plan.setting);
  const list = [
    words.choices.data[settings.data] ?? settings.data,
    ...rest.map((key) => settingText(key, settings[key], language)),
  ].join(compareWords[language].and);
  const others = (['noiseScale', 'beta'] as const).filter((key) => key !== plan.setting && settings[key] !== lab[key]);
  return <p className="fine">{[says.base(list), ...others.map((key) => says.instead[key])].join(words.space)}</p>;
}
