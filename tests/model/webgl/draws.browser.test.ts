import { afterAll, test } from 'vitest';
import { drawKey } from '../../../src/math/binarise';
import { createDevice } from '../../../src/model/webgl/device';
import { createWebglEngine } from '../../../src/model/webgl/engine';
import { DRAWN, drawnArchitecture, expectDraws } from '../../support/draws';
import { objectives } from '../../support/objectives';
import { expectSlopes, isSmooth } from '../../support/slopes';

const device = createDevice();
afterAll(() => device.dispose());

test.each(DRAWN)('draws %i pixels of %i images as they are drawn elsewhere, to the bit', (inputs, size) =>
  expectDraws((architecture) => createWebglEngine(architecture, { device }), drawnArchitecture(inputs), size),
);

test.each(objectives.filter(isSmooth).slice(0, 3))(
  'has the slopes of its losses under one draw: $name',
  async (objective) => {
    const engine = await createWebglEngine(objective.architecture, { device });
    await expectSlopes(engine, { ...objective, hyper: { ...objective.hyper, draw: drawKey(objective.seed, 4) } });
    engine.dispose();
  },
);
