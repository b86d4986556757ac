import { SHAPE_BOUNDS } from '../../../src/math/shape';
import type { Settings } from '../../../src/state/settings';
import type { Claims } from '../claims';
import { modelOf } from '../modelOf';

/** How far the codes of the figure's model are from a normal cloud after the steps that the text says, in nats. */
async function departure(data: Settings['data']): Promise<number> {
  const model = await modelOf('shapes', undefined, { data });
  await model.train(2000);
  const { shape } = await model.survey('questions', {});
  model.dispose();
  return shape.departure;
}

export const claims: Claims = {
  digits: () => departure('uci-digits'),
  faces: () => departure('faces'),
  bound: () => SHAPE_BOUNDS.departure,
};
