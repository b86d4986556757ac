/** Models that are trained on sets whose answer is known, and what the page says of their codes. */
import type { Dataset } from '../../src/data/dataset';
import { generateDisc, generateLine, generateNoise, generateRing, type ToyOptions } from '../../src/data/sets/toys';
import type { QuestionNumbers } from '../../src/worker/jobAnswers';
import type { LiveConfig, RunConfig } from '../../src/worker/protocol';
import { plainLive } from './sessions';
import { createSimdSession } from './simdSession';

/** The two models that the page's own buttons set. */
const MODELS = { autoencoder: { beta: 0, noiseScale: 0 }, vae: { beta: 1, noiseScale: 1 } } as const;

/** Sets whose answer is known, by that answer. */
export const TOYS: Readonly<Record<'ring' | 'line' | 'disc' | 'nothing', (options: ToyOptions) => Dataset>> = {
  ring: generateRing,
  line: generateLine,
  disc: generateDisc,
  nothing: generateNoise,
};

/** Each of them with each of the models. */
export const KNOWN = (Object.keys(TOYS) as (keyof typeof TOYS)[]).flatMap((answer) =>
  (Object.keys(MODELS) as (keyof typeof MODELS)[]).map((model) => ({ answer, model })),
);

/** What the four questions answer after each of so many steps, with all else as the page has it when it opens. */
export async function verdictsOf(
  dataset: Dataset,
  model: keyof typeof MODELS,
  seed: number,
  moments: readonly number[],
): Promise<QuestionNumbers[]> {
  const config: RunConfig = {
    images: dataset,
    holdout: 0.1,
    seed,
    hidden: [64],
    activation: 'relu',
    latent: 2,
    posterior: 'diagonal',
    init: 'small-ellipses',
    engine: 'simd',
  };
  const live: LiveConfig = { ...plainLive, batchSize: 64, hyper: { ...plainLive.hyper, ...MODELS[model] } };
  const session = createSimdSession();
  await session.start(config, live);
  const answers: QuestionNumbers[] = [];
  for (const [i, step] of moments.entries()) {
    await session.step(step - (moments[i - 1] ?? 0), { axes: null, requests: {} });
    answers.push(await session.survey('questions', { kind: 'questions' }));
  }
  session.dispose();
  return answers;
}
