import { describe, expect, it } from 'vitest';
import { measureLines } from '../../src/panels/measureLines';
import { inNats } from '../../src/panels/units';
import { measureWords } from '../../src/text/measures';
import { measuresOf } from '../support/measures';

const said = measureWords.en;
const lines = (changes = {}, of = {}) =>
  measureLines(measuresOf(changes), {
    units: inNats({ likelihood: 'bernoulli', regulariser: 'kl', posterior: 'diagonal' }),
    beta: 1,
    latent: 2,
    said,
    family: 'diagonal',
    many: 'ellipses',
    ...of,
  });
const value = (key: string, ...args: Parameters<typeof lines>): string | undefined =>
  lines(...args).find((line) => line.key === key)?.value;
const name = (key: string, ...args: Parameters<typeof lines>): string | undefined =>
  lines(...args).find((line) => line.key === key)?.name;

describe('the rows of the table', () => {
  it('show that the parts of the KL add up', () => {
    expect(value('split')).toBe('3.26 = 3.13 + 0.130 nats');
  });

  it('have the losses of both shares where some images are held out, and those of training alone elsewhere', () => {
    const heldOut = { n: 180, reconstruction: 22, regulariser: 4, kl: 4.1, elbo: -26.1 };
    const both = lines({ heldOut }).filter((line) => line.heldOut !== undefined);
    expect(both.map(({ key, value: of, heldOut: other }) => [key, of, other])).toEqual([
      ['reconstruction', '20.5 nats', '22.0 nats'],
      ['kl', '3.26 nats', '4.10 nats'],
      ['elbo', '−23.8 nats', '−26.1 nats'],
    ]);
    expect(lines().every((line) => line.heldOut === undefined)).toBe(true);
  });

  it('give the moment identity axis by axis, and the mass of the quadrature', () => {
    expect(value('momentIdentity')).toBe('0.98 · 1.02');
    expect(value('gridMass')).toBe('> 99.9 %');
  });

  it('name what is seen on the plane alone', () => {
    expect(name('aggregateKl')).toBe(said.aggregateKl('ellipses'));
    expect(name('aggregateKl', {}, { latent: 3 })).toBe(said.plane(said.aggregateKl('ellipses')));
  });

  it('call an ELBO what is one', () => {
    expect(name('elbo')).toBe(said.rows.elbo);
    expect(name('elbo', { isBound: false })).toBe(said.rows.notElbo);
    const { of, says } = lines({ isBound: false }).find(({ key }) => key === 'elbo')!;
    expect([of, says]).toEqual(['notElbo', said.says.notElbo]);
  });

  it('give no unit to R of the squared error, nor to what it is a part of; the KL has one whatever is trained', () => {
    const units = inNats({ likelihood: 'squared', regulariser: 'simple', posterior: 'diagonal' });
    const of = lines(
      { isBound: false, heldOut: { n: 180, reconstruction: 22, regulariser: 4, kl: 4.1, elbo: -26.1 } },
      { units },
    );
    expect(of.slice(0, 3).map((line) => [line.value, line.heldOut])).toEqual([
      ['20.5', '22.0'],
      ['3.26 nats', '4.10 nats'],
      ['−23.8', '−26.1'],
    ]);
  });

  it('explain R by what codes are drawn from and by the likelihood, and idle axes by what is there to widen them', () => {
    const explained = (key: string, ...args: Parameters<typeof lines>): string =>
      lines(...args).find((line) => line.key === key)!.says;
    expect(explained('reconstruction')).toMatch(/a code drawn from its posterior, in nats: −ln p\(x\|z\)/);
    expect(explained('reconstruction', { noiseScale: 0 })).toContain('its centre μ, in nats');
    expect(explained('reconstruction', {}, { family: 'point' })).toContain('its centre μ');
    const units = inNats({ likelihood: 'squared', regulariser: 'kl', posterior: 'diagonal' });
    expect(explained('reconstruction', {}, { units })).toMatch(/posterior: the squared error/);
    expect(explained('activeAxes')).toContain('as wide as the prior');
    expect(explained('activeAxes', {}, { beta: 0 })).not.toContain('wide');
    expect(explained('activeAxes', {}, { family: 'point' })).not.toContain('wide');
  });

  it('measure coverage at the size that ellipses are drawn at, and once where they are points', () => {
    expect([name('coverage', { noiseScale: 0.5 }), name('coverage2', { noiseScale: 0.5 })]).toEqual([
      said.coverage('ellipses', '0.5'),
      said.coverage('ellipses', '1'),
    ]);
    expect(name('coverage', { noiseScale: 0 })).toBe(said.coverageNoNoise('ellipses'));
    expect(name('coverage2', { noiseScale: 0 })).toBeUndefined();
    expect(name('coverage', {}, { family: 'point' })).toBe(said.coverageOfPoints);
    expect(name('coverage', {}, { family: 'box', many: 'rectangles' })).toBe(said.coverage('rectangles', '1.73'));
    expect(name('coverage2', {}, { family: 'box' })).toBeUndefined();
  });

  it('set the mean σ against the spread of the centres, where they are spread', () => {
    expect(value('relativeSigma', { meanSigma: 0.25, spread: 0.95 })).toBe('0.263');
    expect(value('relativeSigma', { spread: 0 })).toBe('–');
    const { says } = lines({ meanSigma: 0.25, spread: 0.95 }).find(({ key }) => key === 'relativeSigma')!;
    expect(says).toContain('0.25 / 0.95');
  });

  it('have keys of their own, and dashes before there are measures', () => {
    const none = measureLines(null, {
      units: inNats({ likelihood: 'squared', regulariser: 'kl', posterior: 'diagonal' }),
      beta: 0,
      latent: 2,
      said,
      family: 'diagonal',
      many: 'ellipses',
    });
    expect(new Set(none.map(({ key }) => key)).size).toBe(none.length);
    expect(new Set(none.map((line) => line.value))).toEqual(new Set(['–']));
  });
});
