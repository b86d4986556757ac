/** Moments of the past, as values: what they take, what they show, and what the run can go on from. */
import { fromHalves, toHalves } from '../math/half';
import type { Parameters } from '../model/engine';
import type { KeptMoment, ListedMoment, SeenMoment, WholeMoment } from './timelineProtocol';

export const stepOf = ({ trainer }: KeptMoment): number => trainer.step;

export const isWhole = (moment: KeptMoment): moment is WholeMoment => 'parameters' in moment;

/** Bytes of moments; arrays that they share count once. */
export function takenBy(moments: readonly KeptMoment[]): number {
  const orders = new Set(moments.filter(isWhole).map(({ trainer }) => trainer.order));
  let sum = 0;
  for (const moment of moments) sum += bytesOf(moment);
  for (const order of orders) sum += order.byteLength;
  return sum;
}

/** A moment as the page knows it. */
export const listedMoment = (moment: KeptMoment): ListedMoment => ({
  step: stepOf(moment),
  bytes: bytesOf(moment),
  isWhole: isWhole(moment),
});

/** The moment whose step is nearest to another; the earlier of two. */
export function nearest(moments: readonly KeptMoment[], step: number): KeptMoment {
  const distance = (moment: KeptMoment): number => Math.abs(stepOf(moment) - step);
  return moments.reduce((best, moment) => (distance(moment) < distance(best) ? moment : best));
}

/** What is left of a moment when it is kept to be looked at. @param parameters its own */
export function seenOf({ trainer, settings }: WholeMoment, { values }: Parameters): SeenMoment {
  const { step, epochs } = trainer;
  return { halves: toHalves(values), trainer: { step, epochs }, settings };
}

/** The parameters that show a moment, to half precision; their optimiser has no state. */
export function shownBy({ halves, trainer }: SeenMoment, architecture: Parameters['architecture']): Parameters {
  const none = new Float32Array(halves.length);
  return { architecture, values: fromHalves(halves), first: none, second: none, step: trainer.step };
}

function bytesOf(moment: KeptMoment): number {
  if (!isWhole(moment)) return moment.halves.byteLength;
  const { parameters } = moment;
  if (parameters === null) return 0;
  return parameters.values.byteLength + parameters.first.byteLength + parameters.second.byteLength;
}
