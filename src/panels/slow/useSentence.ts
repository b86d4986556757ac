import { useStore } from 'zustand';
import { outlineOf } from '../../math/family';
import type { SlowScene } from '../../state/staged';
import type { Words } from '../../text';
import type { SlowWords } from '../../text/slowMotion';
import type { NextStep } from '../../worker/jobAnswers';
import { useFigure } from '../context';
import { count, short } from '../numbers';
import { amount, inNats } from '../units';
import { usePlaneHalf } from '../usePlaneHalf';
import { moveOf } from './places';
import { pullScale } from './pulls';

/** What happens at the present stage, in a sentence or two. */
export function useSentence(says: SlowWords): string {
  const { lab, words } = useFigure();
  const half = usePlaneHalf();
  const stage = useStore(lab.staged, ({ slow }) => slow?.stage ?? null);
  const step = useStore(lab.staged, ({ slow }) => slow?.step ?? null);
  const after = useStore(lab.staged, ({ slow }) => slow?.after ?? null);
  if (stage === null || step === null) return says.waiting;
  return sentencesOf({ stage, step, after }, half, words, says).join(words.space);
}

type Shown = Pick<SlowScene, 'stage' | 'after'> & { readonly step: NextStep };

function sentencesOf(shown: Shown, half: number, words: Words, says: SlowWords): string[] {
  const { stage, step } = shown;
  const { family } = step.posteriors;
  const { samples, noiseScale, beta } = step.hyper;
  const { one, many } = words.outlines[outlineOf(family)];
  const followed = String(step.images.length);
  const units = inNats({ ...step.hyper, posterior: family });
  const isPoint = family === 'point';
  switch (stage) {
    case 'batch':
      return [says.batch(count(step.step + 1), String(step.batch.length), many)];
    case 'ellipses':
      return [isPoint ? says.points(followed) : says.ellipses(followed, one)];
    case 'noise':
      return [
        isPoint ? says.noiseOfPoint : family === 'box' ? says.noiseOfBox : says.noise,
        ...(samples > 1 ? [says.several(String(samples))] : []),
      ];
    case 'sample':
      if (isPoint) return [says.sampleOfPoint];
      return [says.sample(family === 'full' ? 'z = μ + s·L·ε' : 'z = μ + s·σ⊙ε', one), says.share(short(noiseScale))];
    case 'decode':
      return [says.decode, ...(samples > 1 ? [says.decodedFirst] : [])];
    case 'loss': {
      const { reconstruction, regulariser, total } = step.losses;
      const r = amount(reconstruction, units.reconstruction, says.nats);
      const k = amount(regulariser, units.regulariser, says.nats);
      return [says.loss(r, k, short(beta), amount(total, units.total, says.nats))];
    }
    case 'pulls': {
      const parameters = isPoint ? 'μ' : family === 'full' ? 'μ, L' : 'μ, σ';
      const scale = short(pullScale(step, half));
      const hidden = !isPoint && noiseScale === 0;
      return [says.pulls(parameters, units.total ? `${scale} ${says.nats}` : scale), ...(hidden ? [says.noEnds] : [])];
    }
    case 'move': {
      const move = moveOf(shown, half);
      if (move === null) return [says.taking];
      return [says.move(many), move.times === 1 ? says.trueScale : says.magnified(count(move.times))];
    }
  }
}
