/** A model of tfjs-layers beside an engine that trains on WebGL: each has a context of its own. */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl';
import { getWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/canvas_util';
import { expect, test } from 'vitest';
import { readLayers } from '../../../src/formats/layersFiles';
import { createLayersEngine } from '../../../src/model/layers/engine';
import { closeContext } from '../../../src/platform/webgl';
import { expectNear } from '../../support/close';
import { tf } from '../../support/cpu';
import { convolutionalDecoder } from '../../support/layers';
import { ready } from '../webgl/ready';

const points = Float32Array.of(0, 0, 1, -1);
const decoder = convolutionalDecoder(6, 6);
const files = await decoder.files('decoder');
const wanted = [...(decoder.model.predict(tf.tensor(points, [2, 2])) as tf.Tensor).dataSync()];

// As on a page, where the programs of a backend go with it; and as where a GPU computes WebGL.
tf.env().set('IS_TEST', false);
tf.env().set('SOFTWARE_WEBGL_ENABLED', true);

const open = () => createLayersEngine(readLayers(files));

/** The context that models of tfjs-layers are computed in. */
function contextOfLayers(): WebGL2RenderingContext {
  expect(tf.getBackend()).toBe('webgl');
  return (tf.backend() as MathBackendWebGL).getGPGPUContext().gl as WebGL2RenderingContext;
}

/** Has the events of contexts that were closed arrive. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

test('a model that is opened beside an engine outlives it', { timeout: 30_000 }, async () => {
  const { device, dispose } = await ready();
  const layers = await open();
  expect(contextOfLayers()).not.toBe(device.gl);
  dispose();
  await settle();
  expectNear(await layers.decode(points, 'bernoulli'), wanted, 1e-5);
  expect(getWebGLContext(2), 'tfjs opens no further context').toBe(contextOfLayers());

  const next = await ready();
  next.train();
  expect((await next.engine.losses())!.total).toBeGreaterThan(0);
  layers.dispose();
  expect(next.device.gl.isContextLost()).toBe(false);
  next.dispose();
});

test('where the context of models is lost, the next model has another', { timeout: 30_000 }, async () => {
  const before = await open();
  closeContext(contextOfLayers());
  await settle();
  before.dispose();
  const layers = await open();
  expectNear(await layers.decode(points, 'bernoulli'), wanted, 1e-5);
  expect(contextOfLayers().isContextLost()).toBe(false);
  layers.dispose();
});
