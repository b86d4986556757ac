import { describe, expect, it } from 'vitest';
import {
  comparedNumbers,
  completenessSentence,
  continuitySentences,
  gapSentence,
  outlierSentence,
  regionSentences,
  shapeSentence,
} from '../../../src/panels/questions/sentences';
import { questionWords } from '../../../src/text/questions';
import { questionNumbers } from '../../support/questions';

const says = questionWords.en;
const ELLIPSES = { family: 'diagonal', many: 'ellipses' } as const;
const { shape, plausibility, continuity } = questionNumbers();

describe('the answers in words', () => {
  it('say how much of circle and prior is covered, and that points cover nothing', () => {
    const [covered, area] = regionSentences(questionNumbers(), ELLIPSES, says);
    expect(covered).toMatch(/45 % of the unit circle, and 30 % .* 60 %\./);
    expect(area).toContain('2.5');
    expect(regionSentences(questionNumbers({ noiseScale: 0 }), ELLIPSES, says)).toEqual([says.regionOfPoints]);
    const points = { family: 'point', many: 'points' } as const;
    expect(regionSentences(questionNumbers({ area: 0 }), points, says)).toEqual([says.regionOfPoints]);
    const boxes = { family: 'box', many: 'rectangles' } as const;
    expect(regionSentences(questionNumbers(), boxes, says)[0]).toMatch(/^The rectangles .* 45 % .* 30 % of [^%]*$/);
  });

  it('of one axis speak of it, and not of a circle', () => {
    const [covered, length] = regionSentences(questionNumbers({ latent: 1, axes: [0, -1] }), ELLIPSES, says);
    expect(covered).toMatch(/45 % of what lies from −1 to 1, and 30 %/);
    expect(length).toBe('Their union has a length of 2.5; from −1 to 1 it is 2.');
    const flat = questionNumbers({ latent: 1, axes: [0, -1], shape: { ...shape, shape: 'line', flatness: 0 } });
    expect(shapeSentence(flat, ELLIPSES, says)).toBe(says.onAxis);
  });

  it('of more than two axes say what is judged on the plane', () => {
    for (const language of ['en', 'zh'] as const) {
      const words = questionWords[language];
      const judged = (latent: number): readonly string[] => {
        const answers = questionNumbers({ latent, axes: [0, 1] });
        return [
          regionSentences(answers, ELLIPSES, words)[0]!,
          shapeSentence({ ...answers, aggregateKl: 1 }, ELLIPSES, words),
          gapSentence(answers, ELLIPSES, words),
          continuitySentences(answers, ELLIPSES, words)[0]!,
        ];
      };
      for (const sentence of judged(5)) expect(sentence).toContain(words.onPlane('ellipses'));
      for (const sentence of judged(2)) expect(sentence).not.toContain(words.onPlane('ellipses'));
    }
  });

  it('give the verdict on the shape with its evidence', () => {
    const of = (changes: Partial<typeof shape>): string =>
      shapeSentence(questionNumbers({ shape: { ...shape, ...changes } }), ELLIPSES, says);
    expect(of({ shape: 'nothing', explained: 0.02 })).toMatch(/^Next to nothing is coded: .* 2 % .* of the images\.$/);
    // Worse than the mean image would be.
    expect(of({ shape: 'nothing', explained: -0.3 })).toMatch(/ explain 0 % /);
    const heldOut = questionNumbers({ shape: { ...shape, shape: 'nothing', explained: 0 }, explainedOf: 'heldOut' });
    expect(shapeSentence(heldOut, ELLIPSES, says)).toMatch(
      /of the held-out images about the mean of the training images\.$/,
    );
    expect(of({ shape: 'line', flatness: 0.01 })).toMatch(/line: they spread 10 %/);
    expect(of({ shape: 'ring', hollowness: 0.9, radialSpread: 0.2 })).toMatch(/ring: 90 % .* 20 %/);
    expect(of({ shape: 'disc', aggregateKl: 0.13 })).toMatch(/disc: .* 0\.130 nats from the prior/);
    // A cloud that is fuller in its middle than a normal one lacks nothing there.
    expect(of({})).toMatch(/no line, .* 50 % .* no ring, with 0 % .* no disc, .* 4\.20 nats from the prior/);
    expect(of({ aggregateKl: null })).toMatch(/1\.50 nats from a normal cloud/);
  });

  it('tell gaps from what is inside, and codes without gaps or nothing but gaps', () => {
    expect(gapSentence(questionNumbers(), ELLIPSES, says)).toMatch(/^40 % .* 25 % are plausible, .* 90 %\.$/);
    const none = { ...plausibility, outside: { plausible: 0, count: 0 } };
    expect(gapSentence(questionNumbers({ plausibility: none }), ELLIPSES, says)).toBe(says.noGaps('ellipses', '90 %'));
    const all = { ...plausibility, inside: { plausible: 0, count: 0 } };
    expect(gapSentence(questionNumbers({ plausibility: all }), ELLIPSES, says)).toBe(says.onlyGaps('ellipses', '25 %'));
  });

  it('count what is far from the crowd', () => {
    expect(outlierSentence(questionNumbers(), 1797, says)).toMatch(/^2 of 1,797 are: 1 farther .* 2 over five times/);
    const outliers = { far: 0, alone: 0, count: 0, listed: [] };
    expect(outlierSentence(questionNumbers({ outliers }), 1797, says)).toBe('None of 1,797 is.');
  });

  it('speak of continuity where there is something to speak of', () => {
    expect(continuitySentences(questionNumbers(), ELLIPSES, says)).toEqual([
      expect.stringMatching(/^Inside .* 1\.25 .* 2\.5\.$/),
      expect.stringMatching(/^In the gaps .* 0\.75 .* 1\.5\.$/),
    ]);
    expect(
      continuitySentences(questionNumbers({ continuity: { ...continuity, inside: null } }), ELLIPSES, says),
    ).toHaveLength(1);
  });

  it('give completeness with its error, and none where every draw agrees', () => {
    expect(completenessSentence(questionNumbers(), says)).toMatch(/^64 % .* give or take 2 %\.$/);
    const all = {
      ...plausibility,
      inside: { plausible: 600, count: 600 },
      outside: { plausible: 400, count: 400 },
      completeness: { mean: 0.9999999999999, standardError: 1e-17 },
    };
    expect(completenessSentence(questionNumbers({ plausibility: all }), says)).toMatch(/^100 % .* plausible\.$/);
  });

  it('are laid beside those of another moment as numbers', () => {
    expect(comparedNumbers(questionNumbers(), says)).toEqual({
      shape: 'irregular',
      circle: '45 %',
      prior: '30 %',
      together: '4.20',
      inGaps: '40 %',
      plausible: '25 %',
      completeness: '64 %',
      continuity: '1.25',
      outliers: '2',
    });
    const nothing = { inside: null, outside: null };
    expect(comparedNumbers(questionNumbers({ continuity: nothing }), says).continuity).toBe('–');
  });
});
