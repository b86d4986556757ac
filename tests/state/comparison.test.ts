import { describe, expect, it } from 'vitest';
import { COMMON, OWN } from '../../src/state/comparedKeys';
import { choosePair, copyToRight, differences, PAIR_NAMES, pairNamed, swap } from '../../src/state/comparison';
import { defaultSettings, KEYS } from '../../src/state/settings';
import { createLab } from '../support/labs';

const usual = defaultSettings();

describe('what differs between two models', () => {
  it('is every setting that has another value, and nothing else', () => {
    expect(differences(usual, usual)).toEqual([]);
    expect(differences(usual, { ...usual, likelihood: 'squared', beta: 2 })).toEqual(['beta', 'likelihood']);
  });

  it('is no σ̃ that one of them does not use', () => {
    const gaussian = { ...usual, likelihood: 'gaussian' } as const;
    expect(differences({ ...usual, sigmaX: 1 }, { ...usual, sigmaX: 0.5 })).toEqual([]);
    expect(differences({ ...usual, sigmaX: 1 }, gaussian)).toEqual(['likelihood']);
    expect(differences({ ...gaussian, sigmaX: 1 }, gaussian)).toEqual(['sigmaX']);
  });

  it('can be of those settings alone that each has for itself', () => {
    expect([...OWN, ...COMMON].toSorted()).toEqual(KEYS.toSorted());
  });
});

const pair = () => {
  const labs = [
    createLab({ beta: 3, regulariser: 'simple' }).lab,
    createLab({ posterior: 'full', seed: 1 }).lab,
  ] as const;
  /** How often each was asked to begin again. */
  const resets = [0, 0];
  labs.forEach((lab, i) => {
    lab.on('reset', () => {
      resets[i]! += 1;
    });
  });
  return { labs, resets, named: () => pairNamed(labs[0].settings, labs[1].settings) };
};

describe('a pair of models', () => {
  it.each(PAIR_NAMES)('that is proposed is what both have then, and differs: %s', (name) => {
    const { labs, named } = pair();
    expect(named()).toBeNull();
    choosePair(labs, name);
    expect(named()).toBe(name);
    const differing = differences(labs[0].settings, labs[1].settings);
    expect(differing.length).toBeGreaterThan(0);
    for (const key of differing) expect(OWN).toContain(key);
  });

  it('begins again from the same weights when another is chosen', () => {
    const { labs, resets } = pair();
    choosePair(labs, 'models');
    // Another posterior has begun it again already.
    expect(resets).toEqual([0, 0]);
    choosePair(labs, 'pulls');
    expect(resets[0]! + resets[1]!).toBe(1);
  });

  it('is swapped, and is the same again after two swaps', () => {
    const { labs } = pair();
    const before = labs.map(({ settings }) => settings);
    swap(labs);
    expect(labs[0].settings).toMatchObject({ beta: usual.beta, posterior: 'full', regulariser: 'kl' });
    expect(labs[1].settings).toMatchObject({ beta: 3, posterior: 'diagonal', regulariser: 'simple' });
    swap(labs);
    expect(labs.map(({ settings }) => settings)).toEqual(before);
  });

  it('is the same model twice after the left one has been copied', () => {
    const { labs } = pair();
    copyToRight(labs);
    expect(differences(labs[0].settings, labs[1].settings)).toEqual([]);
    expect(labs[1].settings).toMatchObject({ beta: 3, regulariser: 'simple' });
  });
});
