/** What a figure says of the engine that trains, where another was asked for. */
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { afterEach, expect, it } from 'vitest';
import { EngineInstead } from '../../src/figures/EngineInstead';
import { Transport } from '../../src/panels/Transport';
import type { EngineFailure, RunSummary } from '../../src/worker/protocol';
import { type Mounted, mountFigure } from '../panels/figure';

let figure: Mounted;
afterEach(() => figure.unmount());

/** The run is served by WebAssembly, since WebGL does not serve. */
function serveInstead(other: EngineFailure): void {
  const { store } = figure.lab;
  const run: RunSummary = {
    engine: 'simd',
    engineReason: { code: 'only', renderer: null, other },
    arithmetic: 'fused',
    parameterCount: 1234,
    heldOut: new Uint32Array(),
  };
  store.setState({ settings: { ...store.getState().settings, engine: 'webgl' }, run: run as never });
}

const failed = (message: string): EngineFailure => ({ engine: 'webgl', cause: 'failed', message });

it('a reason that was dismissed is not told again when it comes anew, as after every sleep; another is', async () => {
  figure = await mountFigure(createElement(EngineInstead), 400);
  const said = () => figure.root.querySelector('.failure p')?.textContent ?? null;
  serveInstead(failed('no shader'));
  await expect.poll(said).toContain('no shader');
  figure.root.querySelector<HTMLElement>('[aria-label=Dismiss]')!.click();
  await expect.poll(said).toBeNull();
  serveInstead(failed('no memory'));
  await expect.poll(said).toContain('no memory');
  figure.root.querySelector<HTMLElement>('[aria-label=Dismiss]')!.click();
  await expect.poll(said).toBeNull();
  // Rendered at once: the sentence would be there.
  flushSync(() => serveInstead(failed('no memory')));
  expect(said()).toBeNull();
});

it('the choice of the engine names the one that trains, and the one that was asked for', async () => {
  figure = await mountFigure(createElement(Transport), 900);
  serveInstead(failed('no shader'));
  const chosen = () =>
    [...figure.root.querySelectorAll<HTMLSelectElement>('select')].map((select) => select.selectedOptions[0]?.text);
  await expect.poll(chosen).toContain('WebAssembly · fused (instead of WebGL)');
});
