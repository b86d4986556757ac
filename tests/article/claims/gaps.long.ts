import type { Settings } from '../../../src/state/settings';
import type { QuestionNumbers } from '../../../src/worker/jobAnswers';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

const known = new Map<string, Promise<QuestionNumbers>>();

/** What is answered of one side, on some data, after the steps that the text says. */
function answersOf(lab: 'gaps' | 'gaps.right', data: Settings['data']): Promise<QuestionNumbers> {
  const key = `${lab} ${data}`;
  const answering = known.get(key) ?? answer(lab, data);
  known.set(key, answering);
  return answering;
}

async function answer(lab: string, data: Settings['data']): Promise<QuestionNumbers> {
  const model = await modelOf('gaps', lab, { data });
  await model.train(2000);
  const answers = await model.survey('questions', {});
  model.dispose();
  return answers;
}

/** In per cent. */
const completeness = async (...of: Parameters<typeof answersOf>): Promise<number> =>
  100 * (await answersOf(...of)).plausibility.completeness.mean;

/** As the figure shows it: for a step as long as the codes are spread. */
async function move(...of: Parameters<typeof answersOf>): Promise<number> {
  const { continuity, spread } = await answersOf(...of);
  return (continuity.inside ?? continuity.outside)!.mean * spread;
}

export const claims: Claims = {
  left: () => completeness('gaps', 'line'),
  right: () => completeness('gaps.right', 'line'),
  leftMove: () => move('gaps', 'line'),
  rightMove: () => move('gaps.right', 'line'),
  // Both sides are said to come to the same.
  digitsLeft: async () =>
    Math.min(await completeness('gaps', 'uci-digits'), await completeness('gaps.right', 'uci-digits')),
  digitsLeftMove: () => move('gaps', 'uci-digits'),
  digitsRightMove: () => move('gaps.right', 'uci-digits'),
  ringRight: () => completeness('gaps.right', 'ring'),
};
