/** What tfjs computes models of tfjs-layers with. */
import '@tensorflow/tfjs-backend-cpu';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';

/** As tfjs itself registers it. */
const PRIORITY = 2;

/** Has tfjs compute on the graphics processor where there is WebGL, else in plain JavaScript. */
export async function useBackend(): Promise<void> {
  const isServed = (await setWebgl()) && (!hasLostContext() || (await renewWebgl()));
  if (!isServed) await tf.setBackend('cpu');
  await tf.ready();
}

/** Whether tfjs computes in plain JavaScript, where a call is over before it returns. */
export const isOnThread = (): boolean => tf.getBackend() === 'cpu';

/** @returns whether there is WebGL */
const setWebgl = (): Promise<boolean> => tf.setBackend('webgl').catch(() => false);

/** Has tfjs open another context: it keeps a backend for good, and waits for ever for what a lost one would compute. */
function renewWebgl(): Promise<boolean> {
  tf.removeBackend('webgl');
  tf.registerBackend('webgl', () => new MathBackendWebGL(), PRIORITY);
  return setWebgl();
}

const hasLostContext = (): boolean => (tf.backend() as MathBackendWebGL).getGPGPUContext().gl.isContextLost();
