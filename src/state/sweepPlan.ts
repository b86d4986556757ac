/**
 * What a sweep is to be: one setting, several values of it, and how many steps each model takes. In an address it is
 * `sw=b:0,0.1,1:2000`; values and steps may be left out.
 */
import { checkSetting } from './checkSetting';
import { type Key, SPECS, settingNamed } from './settings';

/** Settings that can be swept. */
export const SWEPT = ['beta', 'noiseScale', 'seed', 'latent'] as const satisfies readonly Key[];

export type Swept = (typeof SWEPT)[number];

export interface SweepPlan {
  readonly setting: Swept;
  /** Two to eight different values of it; one model each. */
  readonly values: readonly number[];
  /** Adam steps of each model. */
  readonly steps: number;
}

/** Models of a sweep: each has a worker of its own. */
export const MODELS = { min: 2, max: 8 } as const;

export const STEPS = { min: 1, max: 100_000 } as const;

const USUAL_STEPS = 5000;

export const USUAL_VALUES: Readonly<Record<Swept, readonly number[]>> = {
  beta: [0.05, 0.2, 0.5, 1, 2, 8],
  noiseScale: [0, 0.2, 0.5, 0.8, 1, 1.5],
  seed: [1, 2, 3, 4, 5, 6],
  latent: [1, 2, 3, 4, 6, 8],
};

export const usualPlan = (setting: Swept = 'beta'): SweepPlan => ({
  setting,
  values: USUAL_VALUES[setting],
  steps: USUAL_STEPS,
});

/**
 * Checks a plan.
 * @throws RangeError naming what is wrong, its value and its range
 */
export function checkPlan({ setting, values, steps }: SweepPlan): void {
  if (!SWEPT.includes(setting)) throw new RangeError(`setting is ${setting}; it must be one of ${SWEPT.join(', ')}`);
  for (const value of values) checkSetting(setting, value);
  if (values.length < MODELS.min || values.length > MODELS.max || new Set(values).size < values.length) {
    const said = `values are [${values.join(', ')}]`;
    throw new RangeError(`${said}; there must be ${MODELS.min} to ${MODELS.max} of them, all different`);
  }
  if (!Number.isInteger(steps) || steps < STEPS.min || steps > STEPS.max) {
    throw new RangeError(`steps is ${steps}; it must be a whole number from ${STEPS.min} to ${STEPS.max}`);
  }
}

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** Numbers separated by commas, with or without spaces, or by spaces alone; what is none is NaN. */
export const parseValues = (text: string): number[] => {
  const trimmed = text.trim();
  return trimmed.split(/[,，;；]/.test(trimmed) ? /[,，;；]/ : /\s+/).map(numberOf);
};

/** Null for what is no plan. */
export function parsePlan(text: string): SweepPlan | null {
  const [name = '', values = '', steps = '', ...more] = text.split(':');
  const setting = SWEPT.find((key) => key === settingNamed(name));
  if (setting === undefined || more.length > 0) return null;
  const usual = usualPlan(setting);
  const plan = {
    setting,
    values: values === '' ? usual.values : values.split(',').map(numberOf),
    steps: steps === '' ? usual.steps : numberOf(steps),
  };
  try {
    checkPlan(plan);
    return plan;
  } catch {
    return null;
  }
}

/** A plan as an address has it. @returns null for the one that a figure has while the address says nothing */
export function formatPlan(plan: SweepPlan, own: SweepPlan = usualPlan()): string | null {
  const text = textOf(plan);
  return text === textOf(own) ? null : text;
}

function textOf({ setting, values, steps }: SweepPlan): string {
  const name = SPECS[setting].short;
  const list = values.join(',');
  if (steps !== USUAL_STEPS) return `${name}:${list}:${steps}`;
  if (list !== USUAL_VALUES[setting].join(',')) return `${name}:${list}`;
  return name;
}
