import * as tf from '@tensorflow/tfjs-core';
import type { EngineName, EngineReason } from '../engine';
import { isSoftwareRenderer, rendererName } from '../renderer';

/** Which hardware serves: what the reader asked for, else WebGL on a real GPU, else wasm. */
export function chooseBackend(wanted: EngineName | 'auto'): { name: EngineName; reason: EngineReason } {
  const renderer = typeof OffscreenCanvas === 'undefined' ? null : rendererName();
  if (renderer === null) return { name: 'wasm', reason: { code: 'no-webgl', renderer } };
  if (wanted !== 'auto') return { name: wanted, reason: { code: 'asked', renderer } };
  return isSoftwareRenderer(renderer)
    ? { name: 'wasm', reason: { code: 'software', renderer } }
    : { name: 'webgl', reason: { code: 'gpu', renderer } };
}

/** Sets tfjs to a backend, loading its code on first use. */
export async function openBackend(name: EngineName): Promise<void> {
  if (name === 'webgl') {
    await import('@tensorflow/tfjs-backend-webgl');
  } else {
    await import('./wasm');
  }
  if (!(await tf.setBackend(name))) throw new Error(`tfjs could not start its ${name} backend`);
  await tf.ready();
}
