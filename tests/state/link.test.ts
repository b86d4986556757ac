import { describe, expect, it } from 'vitest';
import { linkLabs } from '../../src/state/link';
import { createLab } from '../support/labs';

function linked() {
  const labs = [createLab({ beta: 0 }), createLab({ beta: 1 }), createLab({ beta: 2 })].map(({ lab }) => lab);
  const stop = linkLabs(labs, ['seed', 'hidden']);
  return { labs: labs as [(typeof labs)[0], (typeof labs)[0], (typeof labs)[0]], stop };
}

describe('linked labs', () => {
  it('have the settings in common that are named, whichever of them is changed, and no others', () => {
    const { labs } = linked();
    void labs[1].set({ seed: 7, beta: 5 });
    expect(labs.map(({ settings }) => settings.seed)).toEqual([7, 7, 7]);
    expect(labs.map(({ settings }) => settings.beta)).toEqual([0, 5, 2]);
    void labs[2].set({ hidden: [16] });
    expect(labs.map(({ settings }) => settings.hidden)).toEqual([[16], [16], [16]]);
  });

  it('play and pause together', () => {
    const { labs } = linked();
    const playing = () => labs.map(({ store }) => store.getState().playing);
    labs[0].play();
    expect(playing()).toEqual([true, true, true]);
    labs[2].pause();
    expect(playing()).toEqual([false, false, false]);
  });

  it('go their own ways when the link ends', () => {
    const { labs, stop } = linked();
    stop();
    void labs[0].set({ seed: 7 });
    expect(labs.map(({ settings }) => settings.seed)).toEqual([7, 1, 1]);
  });
});
